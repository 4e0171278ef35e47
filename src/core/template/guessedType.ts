/** Makes of a document type what it is to a document that only looks like it: it demands nothing. */
import { remember } from '../data/remember.ts'
import type { DocumentType, SectionSpec } from './documentType.ts'

/** The same type with no section required; always the same one, for what is known of a document is kept by its type. */
export const guessedType = remember((type: DocumentType): DocumentType => {
  const loose = new Map<SectionSpec, SectionSpec>()
  for (const spec of type.sections) {
    const parent = spec.parent && loose.get(spec.parent)
    loose.set(spec, { ...spec, isRequired: false, ...(parent && { parent }) })
  }
  return { ...type, sections: [...loose.values()], rules: undefined, isGuessed: true }
})

/** Whether a type leaves open what sections a document has: then its checklist is judged by content alone. */
export const isFreeForm = ({ sections }: DocumentType): boolean => sections.every(({ isRequired }) => !isRequired)
