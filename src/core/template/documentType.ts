/** What a template demands of the documents made from it. */

import type { Diagram, DocumentModel } from '../document/document.ts'
import type { TabStop } from './snippet.ts'
import type { WordsIn } from './words.ts'

/** In place of a type's id, in front matter and config: the file is no design document, whatever it looks like. */
export const noType = 'none'

/** What a template demands of the documents made from it. */
export interface DocumentType {
  readonly id: string
  readonly title: string
  /** The words that the title line starts with, such as `System Design:`; empty when the template leaves the title open. */
  readonly titlePrefix: string
  /** Globs of the documents that are of this type. */
  readonly files: readonly string[]
  /** In the template's order, nested ones included, without the title and without headings that the author words. */
  readonly sections: readonly SectionSpec[]
  /** All tab stops, with offsets into `Template.document`. */
  readonly tabStops: readonly TabStop[]
  /** The template read as a document. */
  readonly document: DocumentModel
  /** Whether it is a design of a whole system, which shall speak of everything that the checklist and the red flags ask for. */
  readonly coversSystem: boolean
  /**
   * Ids of the items of the checklist that such a document is measured by; absent: all. None for what is no design: a report of what
   * happened, a procedure or an analysis answers other questions.
   */
  readonly checklist?: readonly string[]
  /** Rule settings of the type, unchecked. */
  readonly rules: unknown
  /** The team's file that it is, from the folder of the config, with `/`; absent for a type that ships. */
  readonly path?: string
  /**
   * Whether nobody has named the type: the document only looks like one. Then nothing is demanded that only its template has,
   * and no section is required.
   */
  readonly isGuessed?: true
  /** Absent for a team's template, which is in the team's language. */
  readonly wordsIn?: WordsIn
}

export interface SectionSpec {
  readonly title: string
  /** Folded forms by which a document's section is known: the title's first, then the aliases'. */
  readonly keys: readonly string[]
  readonly isRequired: boolean
  readonly needsDiagram: boolean
  /** Whether new documents are made without it: it has a place for who wants one, and no order is promised. */
  readonly isOffered?: true
  readonly depth: number
  readonly parent?: SectionSpec
  readonly tabStops: readonly TabStop[]
  readonly diagrams: readonly Diagram[]
  /** What a good section answers; empty when the template does not say. */
  readonly guidance: string
  /** The section's own snippet of the template, nested sections included: snippet syntax without marks. */
  readonly snippet: string
}
