/** Small texts for people: lists of alternatives, and strings that are safe to print. */

import { nearest } from '../core/text/nearest.ts'
import { printable } from '../core/text/printable.ts'

/** `a, b or c`, each in backticks. */
const orList = (names: readonly string[]): string => {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.pop() ?? ''
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last
}

/** What to do about a word that is none of some: the one that was meant, or else all of them. */
export function didYouMean(word: string, names: readonly string[]): string {
  const likely = nearest(word, names)
  return likely === undefined ? `choose ${orList(names)}` : `did you mean \`${likely}\`?`
}

/** The values of an option, for its help: the first is meant where none is given. */
export const withDefault = ([first = '', ...others]: readonly string[]): string =>
  [`${first} (default)`, ...others].join(', ')

/** For several lines that are meant to be some. */
export const printableLines = (text: string): string => text.split('\n').map(printable).join('\n')

/** Half a character, as it may stand in a file's name or be left of a text that was cut, is nothing that UTF-8 can hold. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
