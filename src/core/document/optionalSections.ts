/** Finds the sections that a document may have by its type, and need not. */

import { rememberBoth } from '../data/remember.ts'
import type { DocumentType } from '../template/documentType.ts'
import { demandingType } from '../template/guessedType.ts'
import type { DocumentModel } from './document.ts'
import { type MissingSection, outlineOf } from './sections.ts'

/** Sections that may be wanted, with the type by which they are inserted: of it they are required. */
export interface OptionalSections {
  readonly type: DocumentType
  /** In the template's order, each with its place; a nested one only where its parent is there. */
  readonly missing: readonly MissingSection[]
}

/** What the template of a type has beyond what it demands, as far as a document lacks it. */
export const optionalSections = rememberBoth((document: DocumentModel, type: DocumentType): OptionalSections => {
  const demanding = demandingType(type)
  const isOptional = new Set(demanding.sections.filter((_, index) => type.sections[index]?.isRequired === false))
  return {
    type: demanding,
    missing: outlineOf(document, demanding).missing.filter(({ spec }) => isOptional.has(spec)),
  }
})
