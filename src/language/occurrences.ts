/** Finds where a text mentions a part of the design. */

import { firstIndex } from '../core/data/firstIndex.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { Range } from '../core/text/range.ts'
import { type Spelling, spellingsOf } from './spellings.ts'
import { wholeNames } from './wholeNames.ts'

/** A mention of a part, as UTF-16 offsets. */
export interface Occurrence extends Range {
  readonly spelling: Spelling
  /** Whether it can mean nothing else: it is distinctive as a name, and not just the first word of a sentence. */
  readonly isCertain: boolean
}

/** A range of text in a document that is searched for names. */
export interface Words extends Range {
  /** Whether it is inline code, where a name may belong to something else. */
  readonly isCode: boolean
}

/** The text of a document, in order; not diagrams, other code blocks, URLs or comments. */
export const wordsOf = (document: DocumentModel): readonly Words[] =>
  [
    ...document.nodes('text').map((node) => ({ ...document.rangeOf(node), isCode: false })),
    ...document.nodes('inlineCode').map((node) => ({ ...document.rangeOf(node), isCode: true })),
  ].sort((a, b) => a.start - b.start)

/**
 * The mentions of a part in some ranges, in order.
 *
 * @param others the names of all parts; a mention inside that of a longer name does not count
 */
export function occurrencesIn(
  { prose }: DocumentModel,
  words: readonly Words[],
  name: string,
  others: readonly string[],
): readonly Occurrence[] {
  const [first] = words
  const last = words.at(-1)
  if (name.length < 2 || !first || !last) return []
  const all = { start: first.start, end: last.end }
  const longer = others
    .filter((other) => other.length > name.length && other.includes(name))
    .flatMap((other) => [...wholeNames(prose, other, all)])
  const isPiece = ({ start, end }: Range) => longer.some((other) => other.start <= start && other.end >= end)
  return spellingsOf(name)
    .flatMap((spelling) => Array.from(wholeNames(prose, spelling.text, all), (place) => ({ ...place, spelling })))
    .sort((a, b) => a.start - b.start)
    .flatMap((place) => {
      const around = words[firstIndex(words, ({ start }) => start > place.start) - 1]
      if (!around || place.end > around.end || isPiece(place)) return []
      const isWhole = prose.slice(around.start, around.end).trim() === name
      return { ...place, isCertain: !around.isCode && (isWhole || isCertain(prose, place)) }
    })
}

/**
 * Whether a mention can only be a name. A lower-case word may be any word, and the first word of a sentence is
 * capitalised anyway.
 */
function isCertain(text: string, { start, spelling }: Omit<Occurrence, 'isCertain'>): boolean {
  const { text: name } = spelling
  if (spelling.of('x') !== 'x' || spelling.of('X') !== 'X') return false
  if (/[\s\d_-]/.test(name) || /^.+\p{Lu}/u.test(name)) return name !== name.toLowerCase() || /[\d_-]/.test(name)
  return name !== name.toLowerCase() && !beginsSentence(text, start)
}

/** Whether a character may be a Markdown mark at the beginning of a line or text. */
const isMark = (unit: string): boolean => '*_>#|+-`"“('.includes(unit)

function beginsSentence(text: string, start: number): boolean {
  let hasMark = false
  for (let at = start - 1; at >= 0; at--) {
    const unit = text.charAt(at)
    if (unit === '\n' && (hasMark || /[\r\n]/.test(text.charAt(at - 1)))) return true
    if (isMark(unit)) hasMark = true
    else if (!/\s/.test(unit)) return '.!?:;'.includes(unit)
  }
  return true
}
