/** Turns a language model's messages into plain text before they are shown anywhere. */

import { printable } from '../../core/text/printable.ts'

/** The longest message that is shown, in UTF-16 units. */
const longest = 400

/**
 * The text of a model or its provider, shortened, on one line and without anything active or hidden: a space is
 * inserted where a Markdown link or a URI such as `command:…` would begin, so that no surface recognises one.
 */
export function plainMessage(text: string): string {
  // Cut first, so that the replacements process a short text; they add little to it.
  const plain = printable(text.slice(0, longest * 2).replace(/\s+/g, ' '))
    .replace(/\](?=[([])/g, '] ')
    .replace(/(?<=[\p{L}\p{N}+.-]):(?=[^\s:\d])/gu, ': ')
    .trim()
  return plain.length > longest ? `${plain.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : plain
}
