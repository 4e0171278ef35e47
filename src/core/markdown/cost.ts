/** Estimates the cost of parsing a text in advance. */

import { mostTries } from './syntaxLimits.ts'

/**
 * The cost for micromark to parse a text, estimated without parsing it. One unit is about a microsecond on a slow
 * machine; ordinary prose costs less than one unit per UTF-16 unit. The figures are rough, and were measured with the
 * texts in `test/util/attacks.ts`: they ensure that nothing takes ten times as long as estimated.
 */

/** Cost per character. Opening and closing characters are tried one by one, and so is each word. */
const ordinary = 0.12
const weights = new Float64Array(128).fill(ordinary)
weights[32] = 2
weights[9] = 2
weights['|'.charCodeAt(0)] = 12
for (const sign of '.:') weights[sign.charCodeAt(0)] = 1.5
for (const mark of '[]<>*_`!&\\~@') weights[mark.charCodeAt(0)] = 6

/** Cost per line, and per line in a block whose content is not parsed. */
const line = 8
const codeLine = 4.5
/** Cost of opening a list item or blockquote. */
const container = 30
/** Cost of each pair of delimiters that may match. */
const pair = 0.03

/** Cost of a parsed line, from one offset to another. */
export function costOfLine(text: string, start: number, end: number): number {
  // The line may be a definition.
  let cost = text.charCodeAt(start) === 91 ? line + 30 : line
  let marks = 0
  let opens = true
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    const weight = code < 128 ? (weights[code] ?? ordinary) : code === 0x2028 || code === 0x2029 ? 1 : ordinary
    cost += weight
    if (weight === 6) marks++
    if (!opens || code === 32 || code === 9) continue
    const width = markerWidth(text, at)
    if (width > 0) {
      cost += container
      at += width - 1
    } else opens = false
  }
  return cost + pair * Math.min(marks, mostTries) ** 2
}

/** Base cost of a part, of a block that begins in it, and of a blank line. */
export const costOfPart = 80
export const costOfBlock = 15
export const costOfBlankLine = 5
/** Cost of a table row, not counting its cells. */
export const costOfRow = 12

/** Cost of a line of code or HTML. */
export const costOfCode = (length: number): number => codeLine + ordinary * length

/** Length of the marker of a blockquote, list item or footnote at an offset, in UTF-16 units; 0 if there is none. */
export function markerWidth(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 62) return 1
  if (code === 42 || code === 43 || code === 45) return isBlank(text.charCodeAt(at + 1)) ? 1 : 0
  if (code >= 48 && code <= 57) {
    let end = at + 1
    while (end < at + 9 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
    const isMarker = '.)'.includes(text.charAt(end)) && end < text.length && isBlank(text.charCodeAt(end + 1))
    return isMarker ? end + 1 - at : 0
  }
  if (code !== 91 || text.charCodeAt(at + 1) !== 94) return 0
  let end = at + 2
  while (end < at + 1_001 && !isBlank(text.charCodeAt(end)) && text.charCodeAt(end) !== 93) end++
  return end > at + 2 && text.startsWith(']:', end) ? end + 2 - at : 0
}

/** Whether a character code is a space, tab or line ending, or NaN past the end of the text. */
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || Number.isNaN(code)

/** Maximum cost of a block that cannot be split: HTML, a line, unclosed code. */
export const mostOfBlock = 50_000

/**
 * Maximum cost of a whole text, by its length in UTF-16 units. Beyond that, it is delimiters that cost, not length. In
 * the corpus, texts of 100,000 units and more cost 1.01 per unit; the densest text costs 26,000 in all.
 */
export const mostOfText = (length: number): number => Math.max(250_000, 1.8 * length)
