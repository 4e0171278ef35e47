/** Lists the checklist with each item's answer and where it leads. */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { reviewChecklist } from '../checklist/index.ts'
import type { DocumentModel, Range } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../core/template/documentType.ts'
import { sectionsAbout, type Topic } from '../reading/sections/topics.ts'
import type { ReviewItem } from './reviewGroup.ts'

/** The eleven questions with their answers. They lead to the evidence, or else to where the document ought to have it. */
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
      ...(reason !== undefined && { description: reason }),
      ...(spec?.guidance && { guidance: spec.guidance }),
      ...(place && { place }),
    }
  })

/** The heading of a section on it, or else where the template has one; undefined when it has none. */
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
