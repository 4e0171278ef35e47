/** Limits how much of a team's templates is read. */

import type { Range } from '../text/range.ts'

/** Maximum number of sections of a document type. */
export const mostSections = 500
/** Maximum length of a template file, in UTF-16 units. */
const maxLength = 200_000
/** Maximum UTF-16 units between blank lines. Parsing time is quadratic in the brackets of a paragraph. */
const maxBlockLength = 20_000
/** Maximum nesting of lists and quotes. */
const deepest = 40
/** Maximum UTF-16 units of all templates in a folder together. */
export const mostInAll = 1_000_000

/** The part of a team's template that is read; `flaw` says why it is not all of it. */
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

/** The most lists and quotes that any line opens. `- - -` with nothing after it is a thematic break. */
function nestingOf(text: string): number {
  let most = 0
  for (const [line] of text.matchAll(/^[ \t]*(?:[-*+>]|\d{1,9}[.)]).*/gm)) {
    const marks = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?![^ \t])))*/.exec(line)?.[0] ?? ''
    if (marks === line.trimEnd() && /^[-* \t]*$/.test(marks)) continue
    most = Math.max(most, marks.match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0)
  }
  return most
}
