/** Looks up which words of a notation may stand at a place, and what they mean. */

import type { WritingPlace } from '../core/diagrams/writing.ts'
import type { Range } from '../core/text/range.ts'

/** A word of a notation. */
export interface Keyword {
  readonly word: string
  /** In a few words, without a full stop. */
  readonly meaning: string
  /** What is inserted in its place, in VS Code's snippet syntax; absent where that is the word. */
  readonly snippet?: string
}

/** Words that may stand at the same places. */
export interface KeywordGroup {
  /** Kinds of places, as `WritingPlace` has them. */
  readonly kinds: readonly string[]
  /** Words behind which they stand, `*` being any and `a/b` one of two; absent for the beginning of a statement. */
  readonly after?: readonly string[]
  readonly words: readonly Keyword[]
}

/** The words of each notation, by the id of its engine. Plain data; comes from `keywords/`. */
export type KeywordTables = Readonly<Record<string, readonly KeywordGroup[]>>

/** The words with what they mean in another language. @param meanings by the English ones; what is not among them stays */
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

/** The words that may stand at a place, in the order of the table, each once. */
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

/** The word at a place, and where it stands in the source; undefined where there is none that the notation knows. */
export function keywordAt(
  groups: readonly KeywordGroup[],
  source: string,
  place: WritingPlace,
): (Range & { readonly keyword: Keyword }) | undefined {
  const { start, end } = place
  const isHere = ({ word }: Keyword) => {
    const written = source.slice(start, start + word.length)
    const isWhole = start + word.length >= end && !/[\p{L}\p{N}_]/u.test(source.charAt(start + word.length))
    // Many words of sequence diagrams are written with a capital, too.
    return isWhole && (written === word || written.toLowerCase() === word)
  }
  const [keyword] = keywordsAt(groups, place)
    .filter(isHere)
    .toSorted((a, b) => b.word.length - a.word.length)
  return keyword && { start, end: start + keyword.word.length, keyword }
}
