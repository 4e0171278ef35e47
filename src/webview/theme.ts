/** Reads the editor's colours from the page and watches for changes. */

import type { DiagramTheme } from '../core/diagrams/engine.ts'
import { mix, toHex } from '../diagrams/drawn/colors.ts'

/** The current theme of the editor, from the CSS variables and the body class that VS Code sets in a webview. */
function readTheme(): DiagramTheme {
  const { classList } = document.body
  const highContrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light')
  const dark = classList.contains('vscode-dark') || (highContrast && !classList.contains('vscode-high-contrast-light'))
  const background = read('editor-background', dark ? '#1e1e1e' : '#ffffff', dark ? '#000000' : '#ffffff')
  const color = (name: string, fallback: string) => read(name, fallback, background)
  const foreground = color('editor-foreground', dark ? '#d4d4d4' : '#1f1f1f')
  const accent = color('charts-blue', dark ? '#3794ff' : '#1a85ff')
  const names = ['green', 'orange', 'yellow', 'purple', 'red'] as const
  const plain = ['#89d185', '#d18616', '#cca700', '#b180d7', '#f14c4c']
  const charts = names.map((name, index) => color(`charts-${name}`, plain[index] ?? accent))
  return {
    dark,
    highContrast,
    fontFamily: getComputedStyle(document.body).fontFamily,
    colors: {
      background,
      foreground,
      line: highContrast ? color('contrastBorder', foreground) : mix(background, foreground, 0.65),
      accent,
      error: color('editorError-foreground', '#f14c4c'),
      series: [accent, ...charts],
    },
  }
}

/** Follows the theme of VS Code. @param onChange called when it has changed @returns a function for the current theme */
export function followTheme(onChange: () => void): () => DiagramTheme {
  let theme = readTheme()
  const observer = new MutationObserver(() => {
    const next = readTheme()
    if (JSON.stringify(next) === JSON.stringify(theme)) return
    theme = next
    onChange()
  })
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] })
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] })
  return () => theme
}

/** A single pixel, painted to convert any CSS colour to bytes. */
const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

function read(name: string, fallback: string, under: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--vscode-${name}`).trim()
  if (!pixel || !CSS.supports('color', value)) return fallback
  pixel.fillStyle = under
  pixel.fillRect(0, 0, 1, 1)
  pixel.fillStyle = value
  pixel.fillRect(0, 0, 1, 1)
  return toHex([...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3)])
}
