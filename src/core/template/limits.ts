/** Limits how much of a team's templates is read. */

import type { Range } from '../document/document.ts'

/** A document type has no more sections than these. */
export const mostSections = 500
/** Past this many UTF-16 units a file is no template. */
const maxLength = 200_000
/** So are lines without a blank one between them; the parser's time grows with the square of a paragraph's brackets. */
const maxBlockLength = 20_000
/** So is a line in lists and quotes that stand in each other deeper than this. */
const deepest = 40
/** All templates of a folder that are read have no more UTF-16 units than these. */
export const mostInAll = 1_000_000

/** As much of a team's template as is read, and why it is not all; no flaw when it is. */
export function limitTemplate(text: string): {
  readonly text: string
  readonly flaw?: Range & { readonly reason: string }
} {
  const flaw = (reason: string) => ({ start: 0, end: text.search(/[\r\n]|$/), reason })
  if (text.length > maxLength)
    return { text: '', flaw: flaw(`Template is too long: ${text.length} characters, expected at most ${maxLength}`) }
  let blockStart = 0
  for (const { index, 0: gap } of text.matchAll(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)|$/g)) {
    const length = index - blockStart
    if (length > maxBlockLength)
      return {
        text: '',
        flaw: flaw(`Template has a paragraph of ${length} characters, expected at most ${maxBlockLength}`),
      }
    blockStart = index + gap.length
  }
  const depth = nestingOf(text)
  if (depth > deepest)
    return {
      text: '',
      flaw: flaw(`Template has lists or quotes nested ${depth} deep, expected at most ${deepest}`),
    }
  const headings = Array.from(text.matchAll(/^ {0,3}#{1,6}[ \t]/gm), ({ index }) => index)
  const cut = headings[mostSections + 1]
  if (cut === undefined) return { text }
  return {
    text: text.slice(0, cut),
    flaw: flaw(`Template has ${headings.length} headings; the first ${mostSections} are its sections`),
  }
}

/** How many lists and quotes a line opens at most; `- - -` with nothing behind it is a line between paragraphs. */
function nestingOf(text: string): number {
  let most = 0
  for (const [line] of text.matchAll(/^[ \t]*(?:[-*+>]|\d{1,9}[.)]).*/gm)) {
    const marks = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?![^ \t])))*/.exec(line)?.[0] ?? ''
    if (marks === line.trimEnd() && /^[-* \t]*$/.test(marks)) continue
    most = Math.max(most, marks.match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0)
  }
  return most
}
