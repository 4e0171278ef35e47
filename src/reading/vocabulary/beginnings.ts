/** Tells in a moment that none of some words begins as another one does: of the words of a text nearly all are no word that is looked for. */

/** Which letters the words have in the first and in the second place, as bits; different letters may share a bit. */
export interface Beginnings {
  readonly first: number
  readonly second: number
}

/** @param words of two letters or more where they end in `*`, which stands for any ending */
export function beginningsOf(words: Iterable<string>): Beginnings {
  let first = 0
  let second = 0
  for (const word of words) {
    first |= 1 << word.charCodeAt(0)
    second |= 1 << word.charCodeAt(1)
  }
  return { first, second }
}

/** Whether one of the words may be this one, or what it begins with. */
export const mayBegin = ({ first, second }: Beginnings, word: string): boolean =>
  ((first >>> word.charCodeAt(0)) & (second >>> word.charCodeAt(1)) & 1) === 1
