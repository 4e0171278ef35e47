/** Finds the optional sections of a type that a document lacks. */

import { rememberBoth } from '../data/remember.ts'
import type { DocumentType } from '../template/documentType.ts'
import { demandingType } from '../template/guessedType.ts'
import type { DocumentModel } from './document.ts'
import { type MissingSection, outlineOf } from './sections.ts'

/** Optional sections, and the variant of the type in which they are required, for inserting them. */
export interface OptionalSections {
  readonly type: DocumentType
  /** In template order, each with its place; a nested one only if its parent is present. */
  readonly missing: readonly MissingSection[]
}

/** The optional sections of a type's template that a document lacks. */
export const optionalSections = rememberBoth((document: DocumentModel, type: DocumentType): OptionalSections => {
  const demanding = demandingType(type)
  const isOptional = new Set(demanding.sections.filter((_, index) => type.sections[index]?.isRequired === false))
  return {
    type: demanding,
    missing: outlineOf(document, demanding).missing.filter(({ spec }) => isOptional.has(spec)),
  }
})
