/** Says what a page says itself in the language of its document. */

import { type Catalogue, fill } from '../core/text/translate.ts'

/** What a page says itself, each by its English words, with `{0}` where a value stands. */
export const pageTexts = [
  'Contents',
  'Link to this section',
  'All documents',
  'Findings',
  'No findings.',
  'Severity',
  'Finding',
  'Section',
  'Line',
  'This diagram is not drawn.',
  'This diagram is not drawn: {0}.',
  '[Picture: {0}]',
  'Footnotes',
  'Back to reference {0}',
  'Note',
  'Tip',
  'Important',
  'Warning',
  'Caution',
] as const

/** Gives one of these texts as the page has it. @param value what stands at `{0}` */
export type Say = (text: (typeof pageTexts)[number], value?: string) => string

/** @param words what is not in it is English */
export const createSay =
  (words: Catalogue = {}): Say =>
  (text, value = '') =>
    fill(Object.hasOwn(words, text) ? (words[text] ?? text) : text, { 0: value })
