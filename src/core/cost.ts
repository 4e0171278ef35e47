import { mostTries } from './tame.ts'

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
for (const sign of '.:/') weights[sign.charCodeAt(0)] = 1.5
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
  let cost = line
  let marks = 0
  let opens = true
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    const weight = code < 128 ? (weights[code] ?? ordinary) : ordinary
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

/** Of a part as such, however short. */
export const costOfPart = 50

/** Of a line of code or HTML. */
export const costOfCode = (length: number): number => codeLine + ordinary * length

/** How many UTF-16 units the mark of a quote, list item or footnote at an offset takes; 0 where there is none. */
export function markerWidth(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 62) return 1
  // Most lines begin with a letter.
  if (code > 91 || (code > 57 && code < 91)) return 0
  mark.lastIndex = at
  return mark.exec(text)?.[0].length ?? 0
}

const mark = /(?:[-*+]|\d{1,9}[.)]|\[\^[^\][\s]{1,999}\]:)(?=[ \t\r\n]|$)|\[\^[^\][\s]{1,999}\]:/y

/** What one block that is not cut may take: code, HTML, a line. Corpus: 38,000, for code of 193,000 units. */
export const mostOfBlock = 80_000

/**
 * What a whole text may take, by its length in UTF-16 units. What is beyond is a matter of marks, not of length. Corpus: 0.94 a unit
 * in texts of 100,000 and more; 21,000 in the densest text of all.
 */
export const mostOfText = (length: number): number => Math.max(250_000, 1.8 * length)
