import type { Range } from './document.ts'

/** A document type has no more sections than these. */
export const mostSections = 500
/** Past this many UTF-16 units a file is no template. */
const longest = 200_000
/** So are lines without a blank one between them; the parser's time grows with the square of a paragraph's brackets. */
const longestBlock = 20_000

/** As much of a team's template as is read, and why it is not all; no flaw when it is. */
export function limitTemplate(text: string): {
  readonly text: string
  readonly flaw?: Range & { readonly reason: string }
} {
  const flaw = (reason: string) => ({ start: 0, end: text.search(/[\r\n]|$/), reason })
  if (text.length > longest)
    return { text: '', flaw: flaw(`Template is too long: ${text.length} characters, expected at most ${longest}`) }
  let blockStart = 0
  for (const { index, 0: gap } of text.matchAll(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)|$/g)) {
    const length = index - blockStart
    if (length > longestBlock)
      return {
        text: '',
        flaw: flaw(`Template has a paragraph of ${length} characters, expected at most ${longestBlock}`),
      }
    blockStart = index + gap.length
  }
  const headings = Array.from(text.matchAll(/^ {0,3}#{1,6}[ \t]/gm), ({ index }) => index)
  const cut = headings[mostSections + 1]
  if (cut === undefined) return { text }
  return {
    text: text.slice(0, cut),
    flaw: flaw(`Template has ${headings.length} headings; the first ${mostSections} are its sections`),
  }
}
