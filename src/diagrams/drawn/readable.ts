/** Makes words readable that stand on a colour of the author's: black or white, as the luminance of what is under them asks. */

import { contrast, mix, toHex } from './colors.ts'
import { type Look, wordsOn } from './grounds.ts'

/** What a drawing is read on, and which of its colours nobody chose. */
export interface ReadableOptions {
  /** What is under all of it, as `#rrggbb`. */
  readonly ground: string
  /** Colours as `#rrggbb` that an engine writes into words by itself. */
  readonly usual?: readonly string[]
}

/** What is read with ease, after WCAG. */
const enough = 4.5
const dark = '#1f1f1f'
const light = '#ffffff'

/**
 * Gives words another colour where they would hardly be read: those whose colour nobody chose, on a shape whose colour somebody
 * did. An author who gives a colour to words as well means that one.
 *
 * The drawing is put into the page for as long as it takes to ask the browser what it looks like.
 *
 * @param root the drawing, with its styles beside it as `editSvg` hands them out
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

/** What stands between the tags of a style element; there a `>` may be written as an entity. */
const rulesOf = (style: string): string =>
  style
    .replace(/^<style[^>]*>|<\/style>$/g, '')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
