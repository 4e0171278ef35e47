/** Writes what others wrote into Markdown so that it is shown and does nothing. */

import { printable } from './printable.ts'

/** Markdown that reads like the text: on one line, without links, images and marks. */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
