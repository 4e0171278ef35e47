/** Looks up a language model's quotations in the document, word for word: only white space may differ. */

import type { Range } from '../../core/text/range.ts'

/** Looks up quotations in one text. */
export interface Quotations {
  /**
   * Finds these words in a row.
   *
   * @param from the first match at or after this offset is preferred to earlier ones
   * @returns UTF-16 offsets in the text; undefined if it does not contain the words
   */
  find(quote: string, from?: number): Range | undefined
}

/** Prepares a text for looking up quotations. Each lookup takes linear time, whatever the text. */
export function createQuotations(text: string): Quotations {
  const { folded, offsets } = fold(text)
  return {
    find(quote, from = 0) {
      const wanted = fold(quote).folded.trim()
      if (!/[\p{L}\p{N}]/u.test(wanted)) return undefined
      let first: Range | undefined
      for (const at of placesOf(wanted, folded)) {
        const end = at + wanted.length
        if (isInsideWord(folded, at) || isInsideWord(folded, end)) continue
        const range = { start: offsets[at] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }
        if (range.start >= from) return range
        first ??= range
      }
      return first
    },
  }
}

/** The text with one space for each run of white space, and the original offset of each UTF-16 unit. */
function fold(text: string): { readonly folded: string; readonly offsets: Uint32Array } {
  const offsets = new Uint32Array(text.length)
  const pieces: string[] = []
  let length = 0
  for (const { 0: piece, index } of text.matchAll(/\s+|\S+/g)) {
    const written = /^\s/.test(piece) ? ' ' : piece
    for (let i = 0; i < written.length; i++) offsets[length++] = index + i
    pieces.push(written)
  }
  return { folded: pieces.join(''), offsets }
}

/** Whether an offset is between two letters or digits, in a script that separates words by spaces. */
function isInsideWord(text: string, at: number): boolean {
  const sides = text.slice(Math.max(0, at - 1), at + 1)
  return sides.length === 2 && /^[\p{L}\p{N}]{2}$/u.test(sides) && !unspaced.test(sides)
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** All occurrences of a word in a text, by the algorithm of Knuth, Morris and Pratt: always in linear time. */
function* placesOf(word: string, text: string): Generator<number> {
  const shorter = borders(word)
  let matched = 0
  for (let i = 0; i < text.length; i++) {
    while (matched > 0 && text[i] !== word[matched]) matched = shorter[matched - 1] ?? 0
    if (text[i] === word[matched]) matched++
    if (matched < word.length) continue
    yield i + 1 - word.length
    matched = shorter[matched - 1] ?? 0
  }
}

/** For each prefix of a word, the length of its longest proper suffix that is also a prefix. */
function borders(word: string): Uint32Array {
  const found = new Uint32Array(word.length)
  for (let i = 1; i < word.length; i++) {
    let length = found[i - 1] ?? 0
    while (length > 0 && word[i] !== word[length]) length = found[length - 1] ?? 0
    found[i] = word[i] === word[length] ? length + 1 : 0
  }
  return found
}
