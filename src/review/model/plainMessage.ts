/** Makes what a language model says plain text, before it is shown anywhere. */

import { printable } from '../../core/text/printable.ts'

/** So much of a message is shown, in UTF-16 units. */
const longest = 400

/**
 * A text of a model or its provider on one line, shortened, with nothing in it that acts or hides: where a link of Markdown or
 * an address such as `command:…` would begin, a blank is put in, so that no surface takes it for one.
 */
export function plainMessage(text: string): string {
  // Cut first: what follows reads no more than it has to, and grows by little.
  const plain = printable(text.slice(0, longest * 2).replace(/\s+/g, ' '))
    .replace(/\](?=[([])/g, '] ')
    .replace(/(?<=[\p{L}\p{N}+.-]):(?=[^\s:\d])/gu, ': ')
    .trim()
  return plain.length > longest ? `${plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : plain
}
