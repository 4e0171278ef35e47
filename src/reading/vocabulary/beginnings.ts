/** Quickly rules out words that cannot match any term, which are nearly all words of a text. */

/** The first and second letters of the words, as bits; different letters may share a bit. */
export interface Beginnings {
  readonly first: number
  readonly second: number
}

/** @param words those that end in `*`, which stands for any ending, have at least two letters before it */
export function beginningsOf(words: Iterable<string>): Beginnings {
  let first = 0
  let second = 0
  for (const word of words) {
    first |= 1 << word.charCodeAt(0)
    second |= 1 << word.charCodeAt(1)
  }
  return { first, second }
}

/** Whether a word may equal one of the words, or begin with one of them; false means certainly not. */
export const mayBegin = ({ first, second }: Beginnings, word: string): boolean =>
  ((first >>> word.charCodeAt(0)) & (second >>> word.charCodeAt(1)) & 1) === 1
