/** Finds where a document covers the topic of a missing section, as far as the checklist can tell. */

import { type DocumentModel, sectionAt } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { checklistTopics } from './checklistTopics.ts'
import { checklistIds } from './index.ts'
import { judgementOf } from './judgementOf.ts'
import { metByAuthor } from './metByAuthor.ts'

/** The evidence; undefined if there is none or too little, or if it is in the template's section for another topic. */
export function metElsewhere(document: DocumentModel, type: DocumentType, spec: SectionSpec): Range | undefined {
  const [key = ''] = spec.keys
  const id = checklistIds.find((id) => {
    const { topic } = checklistTopics[id]
    return topic ? topic.test(key) : spec.needsDiagram
  })
  // Goals are not requirements, and one kind of requirements is not another.
  if (!id || (id === 'requirements' && !/^(?:\w+ )?requirements$/.test(key))) return undefined
  const { status, evidence } = judgementOf({ document, type }, id)
  // The author has vouched for it.
  if (metByAuthor(document).has(id)) return evidence
  const section = evidence && sectionAt(document.sections, evidence.start)
  const ofTemplate = new Set(outlineOf(document, type).found.values())
  return status === 'met' && section && !ofTemplate.has(section) ? evidence : undefined
}
