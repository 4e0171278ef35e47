/** Tells what a section is about by its title alone, and a table by the words over its columns. */

import { lists, type TitleName, titles } from '../../generated/vocabulary/vocabulary.ts'
import { isUnspaced } from './lexicon.ts'
import { createPhrase, isWholePhrase, type Phrase, phraseEnd, type TextToken } from './phrases.ts'

/** Titles under which something is known. */
export interface Titles {
  /** Whether one of them is a title. @param key the title, folded as `titleKey` does */
  test(key: string): boolean
}

/** The titles of one file. They are made ready when the first is asked for, and answers are remembered: titles come again and again. */
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

/** Words over a column of a table. */
export interface ColumnWords {
  /** Whether one of them stands in what is written over a column. */
  isIn(column: string): boolean
  /** Whether one of them is all that is written there. */
  isAll(column: string): boolean
}

/** The words of one file, made ready when the first column is asked about. */
export function createColumnWords(name: TitleName): ColumnWords {
  let phrases: readonly Phrase[] | undefined
  const found = (column: string, isFound: (key: string, tokens: readonly TextToken[], phrase: Phrase) => boolean) => {
    phrases ??= titles[name].map((steps) => createPhrase(steps, lists))
    // As far as somebody reads what stands over a column.
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

/** How many titles are remembered, and up to which length. */
const remembered = 5_000
const longest = 100

/** The words of a folded title. */
const tokensOf = (key: string) => Array.from(key.slice(0, 300).matchAll(/\S+/g), toToken)

/** The words over a column, without what stands between them. */
const wordsOf = (column: string) => Array.from(column.matchAll(/[\p{L}\p{N}]+/gu), toToken)

const toToken = ({ index, 0: word }: RegExpExecArray): TextToken => ({
  start: index,
  end: index + word.length,
  word,
  isNumber: /^\d/.test(word),
})
