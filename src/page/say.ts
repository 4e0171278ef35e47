/** Translates a page's own texts into the language of its document. */

import { type Catalogue, fill } from '../core/text/translate.ts'

/** The page's own texts in English, with `{0}` in place of a value. */
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

/**
 * Returns one of these texts in the language of the page.
 * @param value replaces `{0}`
 */
export type Say = (text: (typeof pageTexts)[number], value?: string) => string

/** @param words texts that are absent stay in English */
export const createSay =
  (words: Catalogue = {}): Say =>
  (text, value = '') =>
    fill(Object.hasOwn(words, text) ? (words[text] ?? text) : text, { 0: value })
