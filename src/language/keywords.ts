/** Looks up the keywords that a notation allows at a position, and their meanings. */

import type { WritingPlace } from '../core/diagrams/writing.ts'
import type { Range } from '../core/text/range.ts'

/** A keyword of a notation. */
export interface Keyword {
  readonly word: string
  /** What it means, in a few words without a full stop. */
  readonly meaning: string
  /** What to insert, in VS Code's snippet syntax; absent if it is the word itself. */
  readonly snippet?: string
}

/** Keywords that are allowed at the same positions. */
export interface KeywordGroup {
  /** The kinds of positions, as in `WritingPlace`. */
  readonly kinds: readonly string[]
  /** The words that precede them; `*` stands for any and `a/b` for either. Absent at the beginning of a statement. */
  readonly after?: readonly string[]
  readonly words: readonly Keyword[]
}

/** The keywords of each notation, by the id of its engine. Plain data, generated from `keywords/`. */
export type KeywordTables = Readonly<Record<string, readonly KeywordGroup[]>>

/**
 * The keywords with their meanings in another language.
 * @param meanings by the English ones; a meaning that is absent stays in English
 */
export const inLanguage = (tables: KeywordTables, meanings: Readonly<Record<string, string>>): KeywordTables =>
  Object.fromEntries(
    Object.entries(tables).map(([engine, groups]) => [
      engine,
      groups.map((group) => ({
        ...group,
        words: group.words.map((word) =>
          Object.hasOwn(meanings, word.meaning) ? { ...word, meaning: meanings[word.meaning] ?? word.meaning } : word,
        ),
      })),
    ]),
  )

/** The keywords allowed at a position, in the order of the table, each once. */
export function keywordsAt(groups: readonly KeywordGroup[], { kinds, before }: WritingPlace): readonly Keyword[] {
  const given = before.match(/"[^"]*"|[^\s"]+/g) ?? []
  const found = groups.filter(
    (group) => group.kinds.some((kind) => kinds.includes(kind)) && isBehind(group.after ?? [], given),
  )
  const words = new Map<string, Keyword>()
  for (const keyword of found.flatMap((group) => group.words))
    if (!words.has(keyword.word)) words.set(keyword.word, keyword)
  return [...words.values()]
}

const isBehind = (wanted: readonly string[], given: readonly string[]): boolean =>
  wanted.length === given.length &&
  wanted.every((word, index) => word === '*' || word.split('/').includes(given[index] ?? ''))

/** The keyword at a position, with its range in the source; undefined if there is none that the notation knows. */
export function keywordAt(
  groups: readonly KeywordGroup[],
  source: string,
  place: WritingPlace,
): (Range & { readonly keyword: Keyword }) | undefined {
  const { start, end } = place
  const isHere = ({ word }: Keyword) => {
    const written = source.slice(start, start + word.length)
    const isWhole = start + word.length >= end && !/[\p{L}\p{N}_]/u.test(source.charAt(start + word.length))
    // Many keywords of sequence diagrams may also be capitalised.
    return isWhole && (written === word || written.toLowerCase() === word)
  }
  const [keyword] = keywordsAt(groups, place)
    .filter(isHere)
    .toSorted((a, b) => b.word.length - a.word.length)
  return keyword && { start, end: start + keyword.word.length, keyword }
}
