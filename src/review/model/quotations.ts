/** Finds what a language model quotes in the document, word for word: only blanks and line breaks may differ. */

import type { Range } from '../../core/text/range.ts'

/** Looks up quotations in one text. */
export interface Quotations {
  /**
   * Where the text has these words in a row.
   *
   * @param from the first place at or after this offset is preferred to those before it
   * @returns UTF-16 offsets in the text; undefined when it does not have them
   */
  find(quote: string, from?: number): Range | undefined
}

/** Prepare a text for looking up quotations. Each takes time by the length of the text, whatever it is made of. */
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

/** The text with one blank for any run of white space, and where each of its units stood. */
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

/** Whether a letter or digit stands on both sides of a place, in a script that has blanks between words. */
function isInsideWord(text: string, at: number): boolean {
  const sides = text.slice(Math.max(0, at - 1), at + 1)
  return sides.length === 2 && /^[\p{L}\p{N}]{2}$/u.test(sides) && !unspaced.test(sides)
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** All places of a word in a text, after Knuth, Morris and Pratt: no text and no word makes it slow. */
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

/** For each beginning of a word the length of its longest proper end that is a beginning too. */
function borders(word: string): Uint32Array {
  const found = new Uint32Array(word.length)
  for (let i = 1; i < word.length; i++) {
    let length = found[i - 1] ?? 0
    while (length > 0 && word[i] !== word[length]) length = found[length - 1] ?? 0
    found[i] = word[i] === word[length] ? length + 1 : 0
  }
  return found
}
