/** The translation of a template into another language. */

import type { DocumentModel } from '../document/document.ts'
import type { Language } from '../document/language.ts'
import type { Snippet } from './snippet.ts'

/** A template's translation, without marks. */
export interface TemplateWords {
  readonly snippet: Snippet
  /** The snippet's text, parsed as a document. */
  readonly document: DocumentModel
  /** An offered section in snippet syntax, by its key with `-`; undefined without a translation. */
  offered(key: string): string | undefined
}

/** The translation into a language; undefined if there is none or it is not loaded. Always the same object. */
export type WordsIn = (language: Language) => TemplateWords | undefined
