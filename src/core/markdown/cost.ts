/** Estimates what a text costs to parse before it is parsed. */

import { mostTries } from './syntaxLimits.ts'

/**
 * What it takes micromark to read a text, estimated without reading it. A unit is about a microsecond of a slow machine; ordinary
 * prose takes less than one for each UTF-16 unit. The figures were measured over the texts of `test/util/attacks.ts` and are rough:
 * they are there so that nothing takes ten times as much as it seems.
 */

/** What one character adds: those that open or close something are tried one by one, and so is each word. */
const ordinary = 0.12
const weights = new Float64Array(128).fill(ordinary)
weights[32] = 2
weights[9] = 2
weights['|'.charCodeAt(0)] = 12
for (const sign of '.:') weights[sign.charCodeAt(0)] = 1.5
for (const mark of '[]<>*_`!&\\~@') weights[mark.charCodeAt(0)] = 6

/** A line as such, and one in a block whose lines are not read. */
const line = 8
const codeLine = 4.5
/** A list item or quote that opens. */
const container = 30
/** Each pair of marks that may belong together. */
const pair = 0.03

/** Of a line that is read, from one offset to another. */
export function costOfLine(text: string, start: number, end: number): number {
  // A definition, perhaps.
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

/** Of a part as such, however short, of a block that begins in it, and of a blank line. */
export const costOfPart = 80
export const costOfBlock = 15
export const costOfBlankLine = 5
/** Of a row of a table besides its cells. */
export const costOfRow = 12

/** Of a line of code or HTML. */
export const costOfCode = (length: number): number => codeLine + ordinary * length

/** How many UTF-16 units the mark of a quote, list item or footnote at an offset takes; 0 where there is none. */
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

/** Whether a character code is a space, a tab, a line end or, past the end of a text, none at all. */
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || Number.isNaN(code)

/** What one block that is not cut may take: HTML, a line, code that nothing closes. */
export const mostOfBlock = 50_000

/**
 * What a whole text may take, by its length in UTF-16 units. What is beyond is a matter of marks, not of length. Corpus: 1.01 a unit
 * in texts of 100,000 and more; 26,000 in the densest text of all.
 */
export const mostOfText = (length: number): number => Math.max(250_000, 1.8 * length)
