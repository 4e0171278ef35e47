/** Recognises what a section is about by its title, and a table by its column headings. */

import { lists, type TitleName, titles } from '../../generated/vocabulary/vocabulary.ts'
import { isUnspaced } from './lexicon.ts'
import { createPhrase, isWholePhrase, type Phrase, phraseEnd, type TextToken } from './phrases.ts'

/** A set of titles. */
export interface Titles {
  /**
   * Whether a title is in the set.
   * @param key the title, folded by `titleKey`
   */
  test(key: string): boolean
}

/** The titles of one file. They are compiled on first use, and results are cached because titles recur. */
export function createTitles(name: TitleName): Titles {
  let phrases: readonly Phrase[] | undefined
  const known = new Map<string, boolean>()
  return {
    test(key) {
      const before = known.get(key)
      if (before !== undefined) return before
      phrases ??= titles[name].map((steps) => createPhrase(steps, lists))
      const tokens = tokensOf(key)
      const is = phrases.some((phrase) => isWholePhrase(key, tokens, phrase))
      if (known.size > remembered || key.length > longest) return is
      known.set(key, is)
      return is
    },
  }
}

/** Words in column headings. */
export interface ColumnWords {
  /** Whether a column heading contains one of them. */
  isIn(column: string): boolean
  /** Whether a column heading consists of one of them. */
  isAll(column: string): boolean
}

/** The words of one file, compiled on first use. */
export function createColumnWords(name: TitleName): ColumnWords {
  let phrases: readonly Phrase[] | undefined
  const found = (column: string, isFound: (key: string, tokens: readonly TextToken[], phrase: Phrase) => boolean) => {
    phrases ??= titles[name].map((steps) => createPhrase(steps, lists))
    // Only the beginning of a long heading counts.
    const key = column.slice(0, longest).toLowerCase()
    const tokens = wordsOf(key)
    return phrases.some((phrase) => isFound(key, tokens, phrase))
  }
  const unspaced = titles[name].flat().filter((step) => typeof step === 'string' && isUnspaced(step.charCodeAt(0)))
  return {
    isIn: (column) =>
      unspaced.some((step) => column.includes(String(step))) ||
      found(column, (key, tokens, phrase) => tokens.some((_, at) => phraseEnd(key, tokens, at, phrase) > 0)),
    isAll: (column) => found(column, isWholePhrase),
  }
}

/** Size of the cache of titles, and their maximum length in UTF-16 units. */
const remembered = 5_000
const longest = 100

/** The words of a folded title. */
const tokensOf = (key: string) => Array.from(key.slice(0, 300).matchAll(/\S+/g), toToken)

/** The words of a column heading, without what separates them. */
const wordsOf = (column: string) => Array.from(column.matchAll(/[\p{L}\p{N}]+/gu), toToken)

const toToken = ({ index, 0: word }: RegExpExecArray): TextToken => ({
  start: index,
  end: index + word.length,
  word,
  isNumber: /^\d/.test(word),
})
