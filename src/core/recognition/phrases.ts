/** Finds which of many phrases a heading equals, starts with or ends with, in time linear in the heading. */
import { addToGroup } from '../data/groupBy.ts'

/** Number of words of a heading that are compared, from its start and from its end. */
const mostWords = 6

/** Scripts without spaces between words: phrases match anywhere. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff]/

/** Where in a heading a phrase matches; at both ends when absent. */
export type PhrasePlace = 'whole' | 'start'

export interface Phrases<T> {
  /** The meanings of the phrases that match a folded heading. */
  in(key: string): ReadonlySet<T>
}

/** @param entries phrases, separated by commas */
export function createPhrases<T>(
  entries: readonly { readonly phrases: string; readonly meaning: T; readonly where?: PhrasePlace | undefined }[],
): Phrases<T> {
  const meanings = new Map<string, { meaning: T; where: PhrasePlace | undefined }[]>()
  const unspacedPhrases: [string, T][] = []
  for (const { phrases, meaning, where } of entries)
    for (const phrase of phrases.split(',').map((each) => each.trim())) {
      if (unspaced.test(phrase)) unspacedPhrases.push([phrase, meaning])
      else addToGroup(meanings, phrase, { meaning, where })
    }
  return {
    in(key) {
      const found = new Set<T>()
      const words = key.slice(0, 200).split(' ')
      const add = (part: readonly string[], place: PhrasePlace | 'end') => {
        for (const { meaning, where } of meanings.get(part.join(' ')) ?? [])
          if (place === 'whole' || where === undefined || where === place) found.add(meaning)
      }
      if (words.length <= mostWords) add(words, 'whole')
      for (let count = 1; count <= Math.min(mostWords, words.length - 1); count++) {
        add(words.slice(0, count), 'start')
        add(words.slice(-count), 'end')
      }
      if (unspaced.test(key))
        for (const [phrase, meaning] of unspacedPhrases) if (key.includes(phrase)) found.add(meaning)
      return found
    },
  }
}
