/** Makes of a document type what it is to a document that only looks like it: it demands nothing. */
import { remember } from '../data/remember.ts'
import type { DocumentType, SectionSpec } from './documentType.ts'

/** The same type with no section required; always the same one, for what is known of a document is kept by its type. */
export const guessedType = remember(
  (type: DocumentType): DocumentType => ({
    ...type,
    sections: allWith(type, false),
    rules: undefined,
    isGuessed: true,
  }),
)

/** The same type with every section required: what its template would add to a document, wanted or not. Always the same one. */
export const demandingType = remember(
  (type: DocumentType): DocumentType => ({ ...type, sections: allWith(type, true) }),
)

function allWith({ sections }: DocumentType, isRequired: boolean): readonly SectionSpec[] {
  const changed = new Map<SectionSpec, SectionSpec>()
  for (const spec of sections) {
    const parent = spec.parent && changed.get(spec.parent)
    changed.set(spec, { ...spec, isRequired, ...(parent && { parent }) })
  }
  return [...changed.values()]
}

/**
 * Whether a type asks for no section: one that was only guessed, or the free form. Then the checklist is judged by content alone,
 * and what it misses is told at once, by `checklist-gaps`.
 */
export const isFreeForm = ({ sections, isGuessed, path }: DocumentType): boolean =>
  isGuessed === true || (path === undefined && sections.length > 0 && sections.every(({ isRequired }) => !isRequired))
