/** Escapes text from others, so that in Markdown it is shown literally. */

import { printable } from './printable.ts'

/** Markdown that renders as the given text: on one line, without links, images and markup. */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
