/** Creates the variants of a document type that require no sections or all of them. */
import { remember } from '../data/remember.ts'
import { variantOf } from '../data/variantOf.ts'
import type { DocumentType, SectionSpec } from './documentType.ts'

/** The type with no section required. Memoised, since caches are keyed by type. */
export const guessedType = remember(
  (type: DocumentType): DocumentType =>
    variantOf(type, { sections: allWith(type, false), rules: undefined, isGuessed: true }),
)

/** The type with every section required: everything that its template could add to a document. Memoised. */
export const demandingType = remember(
  (type: DocumentType): DocumentType => variantOf(type, { sections: allWith(type, true) }),
)

function allWith({ sections }: DocumentType, isRequired: boolean): readonly SectionSpec[] {
  const changed = new Map<SectionSpec, SectionSpec>()
  for (const spec of sections) {
    const parent = spec.parent && changed.get(spec.parent)
    changed.set(spec, variantOf(spec, { isRequired, ...(parent && { parent }) }))
  }
  return [...changed.values()]
}

/**
 * Whether a type requires no sections: because it was guessed, or because it is free-form. The checklist is then judged
 * by content alone, and `checklist-gaps` reports all gaps together.
 */
export const isFreeForm = ({ sections, isGuessed, path }: DocumentType): boolean =>
  isGuessed === true || (path === undefined && sections.length > 0 && sections.every(({ isRequired }) => !isRequired))
