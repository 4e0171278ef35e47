/** What a template requires of the documents made from it. */

import type { Diagram, DocumentModel } from '../document/document.ts'
import type { TabStop } from './snippet.ts'
import type { WordsIn } from './words.ts'

/** Used instead of a type id in front matter and config: the file is not a design document, whatever it looks like. */
export const noType = 'none'

/** What a template requires of the documents made from it. */
export interface DocumentType {
  readonly id: string
  readonly title: string
  /** The start of the title line, such as `System Design:`; empty if the template leaves the title open. */
  readonly titlePrefix: string
  /** Globs of the documents that are of this type. */
  readonly files: readonly string[]
  /** Whether only documents that declare it, or that the config names, are of this type, whatever others look like. */
  readonly mustBeDeclared?: true
  /** In template order, nested ones included; without the title and headings that the author words. */
  readonly sections: readonly SectionSpec[]
  /** All tab stops, with offsets into `Template.document`. */
  readonly tabStops: readonly TabStop[]
  /** The template, parsed as a document. */
  readonly document: DocumentModel
  /** Whether it is the design of a whole system, expected to cover everything in the checklist and the red flags. */
  readonly coversSystem: boolean
  /**
   * Ids of the checklist items that apply to such documents; absent: all. Empty for types that are not designs, such as
   * incident reports, procedures and analyses, which answer other questions.
   */
  readonly checklist?: readonly string[]
  /** Rule settings of the type, unchecked. */
  readonly rules: unknown
  /** The team's template file, relative to the folder of the config, with `/`; absent for a built-in type. */
  readonly path?: string
  /**
   * Set if nothing declares the type and the document only looks like it. Then nothing specific to the template is
   * demanded, and no section is required.
   */
  readonly isGuessed?: true
  /** Absent for a team's template, which is in the team's own language. */
  readonly wordsIn?: WordsIn
  /**
   * Reads the rest of a built-in template in steps, which the first access would otherwise do at once. Does nothing if it
   * has been read. Absent: nothing is left to read.
   */
  readonly ahead?: () => Generator<void>
}

export interface SectionSpec {
  readonly title: string
  /** Folded titles that identify the section in a document: the template's title first, then the aliases. */
  readonly keys: readonly string[]
  readonly isRequired: boolean
  readonly needsDiagram: boolean
  /** Whether new documents are created without it: it has a place for those who want it, but no fixed order. */
  readonly isOffered?: true
  readonly depth: number
  readonly parent?: SectionSpec
  readonly tabStops: readonly TabStop[]
  readonly diagrams: readonly Diagram[]
  /** What a good section answers; empty if the template does not say. */
  readonly guidance: string
  /** The template's snippet for the section, nested sections included: snippet syntax without marks. */
  readonly snippet: string
}
