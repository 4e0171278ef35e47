/** The colours of exported pictures, the same on every machine. */

import type { DiagramTheme } from '../core/diagrams/engine.ts'
import { mix } from '../diagrams/drawn/colors.ts'

/** The theme of a picture for a file. It is the same on every machine, whatever the editor's theme is. */
export function portableTheme(dark: boolean): DiagramTheme {
  const [background, foreground] = dark ? ['#1b1f24', '#d8dee4'] : ['#ffffff', '#24292f']
  const accent = dark ? '#58a6ff' : '#0969da'
  const others = dark
    ? ['#56d364', '#f0883e', '#e3b341', '#bc8cff', '#ff7b72']
    : ['#1a7f37', '#bc4c00', '#9a6700', '#8250df', '#cf222e']
  return {
    dark,
    highContrast: false,
    isPortable: true,
    fontFamily: 'Helvetica, Arial, "Liberation Sans", Arimo, sans-serif',
    colors: {
      background,
      foreground,
      line: mix(background, foreground, 0.65),
      accent,
      error: dark ? '#ff7b72' : '#cf222e',
      series: [accent, ...others],
    },
  }
}
