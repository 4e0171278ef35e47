/** Tells what a section is about by its title alone. */

import { lists, type TitleName, titles } from '../../generated/vocabulary/vocabulary.ts'
import { createPhrase, isWholePhrase, type Phrase } from './phrases.ts'

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

/** How many titles are remembered, and up to which length. */
const remembered = 5_000
const longest = 100

/** The words of a folded title. */
const tokensOf = (key: string) =>
  Array.from(key.slice(0, 300).matchAll(/\S+/g), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
    isNumber: /^\d/.test(word),
  }))
