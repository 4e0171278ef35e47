/** What a template says in a language other than its own. */

import type { DocumentModel } from '../document/document.ts'
import type { Language } from '../document/language.ts'
import type { Snippet } from './snippet.ts'

/** The words of a template in another language, without marks. */
export interface TemplateWords {
  readonly snippet: Snippet
  /** The snippet's text, read as a document. */
  readonly document: DocumentModel
  /** A section that is on offer only, by its key with `-`, in snippet syntax; undefined where it has no words. */
  offered(key: string): string | undefined
}

/** The words of a template in a language; undefined where there are none, or none that have been read. Always the same ones. */
export type WordsIn = (language: Language) => TemplateWords | undefined
