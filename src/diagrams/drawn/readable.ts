/** Makes text readable on the author's colours: dark or light, by the luminance of its background. */

import { contrast, mix, toHex } from './colors.ts'
import { type Look, wordsOn } from './grounds.ts'

/** The background of the drawing, and the colours that are only defaults. */
export interface ReadableOptions {
  /** The background of the whole drawing, as `#rrggbb`. */
  readonly ground: string
  /** Colours as `#rrggbb` that the engine itself sets on text. */
  readonly usual?: readonly string[]
}

/** Sufficient contrast by WCAG. */
const enough = 4.5
const dark = '#1f1f1f'
const light = '#ffffff'

/**
 * Recolours text that would be hard to read: text in a default colour on a shape that the author has coloured. If the
 * author has coloured the text too, it stays.
 *
 * The drawing is added to the page temporarily, so that the browser can compute its styles.
 *
 * @param root the drawing
 * @param styles its style elements, as `editSvg` passes them
 */
export function makeReadable(root: Element, styles: readonly string[], { ground, usual = [] }: ReadableOptions): void {
  const sheet = document.createElement('style')
  sheet.textContent = styles.map(rulesOf).join('\n')
  document.body.append(sheet, root)
  try {
    for (const { element, property, color, isChosen, under } of wordsOn(root)) {
      if (isChosen && !usual.includes(color)) continue
      const seen = under.reduce(lay, ground)
      if (contrast(color, seen) >= enough) continue
      const better = contrast(dark, seen) > contrast(light, seen) ? dark : light
      element.style.setProperty(property, better, 'important')
    }
  } finally {
    sheet.remove()
    root.remove()
  }
}

const lay = (under: string, { channels, opacity }: Look): string => mix(under, toHex(channels), opacity)

/** The contents of a style element, in which `>` may be written as an entity. */
const rulesOf = (style: string): string =>
  style
    .replace(/^<style[^>]*>|<\/style>$/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
