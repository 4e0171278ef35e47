/** Lists the checklist with each item's answer and a place to jump to. */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { reviewChecklist } from '../checklist/index.ts'
import { metByAuthor } from '../checklist/metByAuthor.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../core/template/documentType.ts'
import type { Range } from '../core/text/range.ts'
import { sectionsAbout, type Topic } from '../reading/sections/topics.ts'
import type { ReviewItem } from './reviewGroup.ts'

/**
 * The checklist's items with their answers, at the place of the evidence, or else where the document should have it.
 */
export const checklistItems = (document: DocumentModel, type: DocumentType): readonly ReviewItem[] =>
  reviewChecklist(document, type).map(({ id, status, reason, evidence }) => {
    const { label, topic } = checklistTopics[id]
    const spec = type.sections.find(({ keys, needsDiagram }) => (topic ? topic.test(keys[0] ?? '') : needsDiagram))
    const place = evidence ?? usualPlace(document, type, spec, topic)
    return {
      label,
      icon: status,
      state: status,
      checklistId: id,
      ...(metByAuthor(document).has(id) && { isMarked: true }),
      ...(reason !== undefined && { description: reason }),
      ...(spec?.guidance && { guidance: spec.guidance }),
      ...(place && { place }),
    }
  })

/** The heading of a section about it, or else where the template has one; undefined if it has none. */
function usualPlace(
  document: DocumentModel,
  type: DocumentType,
  spec: SectionSpec | undefined,
  topic: Topic | undefined,
): Range | undefined {
  const { found, missing } = outlineOf(document, type)
  const section = (spec && found.get(spec)) ?? (topic && sectionsAbout(document, type, topic)[0])
  if (section) return document.rangeOf(section.heading)
  const at = missing.find((each) => each.spec === spec)?.at
  return at === undefined ? undefined : { start: at, end: at }
}
