/** Where a document says what a section would that is not there: as far as the checklist can tell. */

import { type DocumentModel, type Range, sectionAt } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../core/template/documentType.ts'
import { checklistTopics } from './checklistTopics.ts'
import { checklistIds } from './index.ts'
import { judgementOf } from './judgementOf.ts'
import { metByAuthor } from './metByAuthor.ts'

/** Undefined where it says it nowhere, too little, or in a section that the template has for something else. */
export function metElsewhere(document: DocumentModel, type: DocumentType, spec: SectionSpec): Range | undefined {
  const [key = ''] = spec.keys
  const id = checklistIds.find((id) => {
    const { topic } = checklistTopics[id]
    return topic ? topic.test(key) : spec.needsDiagram
  })
  // Goals are no requirements, and one kind of requirements is not the other.
  if (!id || (id === 'requirements' && !/^(?:\w+ )?requirements$/.test(key))) return undefined
  const { status, evidence } = judgementOf({ document, type }, id)
  // Whoever says so knows where.
  if (metByAuthor(document).has(id)) return evidence
  const section = evidence && sectionAt(document.sections, evidence.start)
  const ofTemplate = new Set(outlineOf(document, type).found.values())
  return status === 'met' && section && !ofTemplate.has(section) ? evidence : undefined
}
