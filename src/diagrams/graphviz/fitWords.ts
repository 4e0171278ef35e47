/** Keeps words in a drawing of Graphviz's as wide as its layout took them to be, whatever font draws them. */

import { isRecord } from '../../core/data/records.ts'

/**
 * Makes words narrower that would be wider than the place Graphviz made for them: it knows the widths of one font, and a machine
 * may have another one.
 *
 * @param layout what Graphviz says of the same drawing as JSON
 * @param isSure words get their width even where they fit here: the drawing goes to machines with other fonts
 */
export function fitWords(root: Element, layout: string, isSure: boolean): void {
  const widths = widthsIn(JSON.parse(layout))
  const measure = new OffscreenCanvas(1, 1).getContext('2d')
  if (!measure) return
  for (const text of root.querySelectorAll('text')) {
    const size = Number(text.getAttribute('font-size'))
    const words = plain(text.textContent)
    const width = widths.get(keyOf(size, words))
    if (width === undefined || width <= 0) continue
    const look = ['font-style', 'font-weight'].map((name) => text.getAttribute(name) ?? '').join(' ')
    measure.font = `${look} ${size}px ${text.getAttribute('font-family') ?? 'serif'}`
    if (!isSure && measure.measureText(words).width <= width) continue
    text.setAttribute('textLength', String(Math.round(width * 100) / 100))
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs')
  }
}

/** The width of each text in points, by its size and its words. */
function widthsIn(layout: unknown): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  for (const each of [layout, ...listOf(layout, 'objects'), ...listOf(layout, 'edges')])
    for (const label of labels) {
      let size = 0
      // What Graphviz does to draw it, step by step: first the font, then the words.
      for (const step of listOf(each, label)) {
        if (!isRecord(step)) continue
        if (step['op'] === 'F') size = Number(step['size'])
        if (step['op'] === 'T') widths.set(keyOf(size, plain(String(step['text']))), Number(step['width']))
      }
    }
  return widths
}

/** Where words stand: in what is drawn, beside it, and at both ends of an edge. */
const labels = ['_ldraw_', '_hldraw_', '_tldraw_']

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = isRecord(value) ? value[name] : undefined
  return Array.isArray(list) ? list : []
}

const keyOf = (size: number, words: string): string => `${size} ${words}`

/** Blanks that must not break are blanks. */
const plain = (words: string): string => words.replaceAll('\u00a0', ' ')
