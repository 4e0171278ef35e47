/** Keeps text in Graphviz drawings as wide as the layout assumed, whatever font is used. */

import { isRecord } from '../../core/data/records.ts'

/**
 * Narrows text that would be wider than the space Graphviz gave it: Graphviz knows the metrics of one font, and the
 * machine may use another.
 *
 * @param layout the same drawing in Graphviz's JSON format
 * @param isSure set the width even if the text fits here, since the drawing goes to machines with other fonts
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

/** The width of each text in points, by font size and text. */
function widthsIn(layout: unknown): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  for (const each of [layout, ...listOf(layout, 'objects'), ...listOf(layout, 'edges')])
    for (const label of labels) {
      let size = 0
      // The drawing operations in order: the font first, then the text.
      for (const step of listOf(each, label)) {
        if (!isRecord(step)) continue
        if (step['op'] === 'F') size = Number(step['size'])
        if (step['op'] === 'T') widths.set(keyOf(size, plain(String(step['text']))), Number(step['width']))
      }
    }
  return widths
}

/** The attributes with text: in the shape, beside it, and at both ends of an edge. */
const labels = ['_ldraw_', '_hldraw_', '_tldraw_']

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = isRecord(value) ? value[name] : undefined
  return Array.isArray(list) ? list : []
}

const keyOf = (size: number, words: string): string => `${size} ${words}`

/** Replaces non-breaking spaces by spaces. */
const plain = (words: string): string => words.replaceAll('\u00a0', ' ')
