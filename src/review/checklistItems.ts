import { type ChecklistId, reviewChecklist } from '../checklist/index.ts'
import type { DocumentModel, Range } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../core/template/documentType.ts'
import { sectionsAbout, type Topic, topics } from '../rules/util/topics.ts'
import type { ReviewItem } from './reviewGroup.ts'

/** How each item is called, and under what titles a section on it is known. */
const about: Readonly<Record<ChecklistId, { readonly label: string; readonly topic?: Topic }>> = {
  requirements: { label: 'Requirements', topic: topics.requirements },
  'architecture-diagram': { label: 'Architecture diagram' },
  components: { label: 'Components', topic: topics.components },
  'data-flow': { label: 'Data flow', topic: topics.dataFlow },
  'data-model': { label: 'Data model', topic: topics.dataModel },
  'api-contracts': { label: 'API contracts', topic: topics.api },
  scaling: { label: 'Scaling', topic: topics.scaling },
  'failure-modes': { label: 'Failure modes', topic: topics.failures },
  'cost-estimate': { label: 'Cost estimate', topic: topics.cost },
  security: { label: 'Security', topic: topics.security },
  monitoring: { label: 'Monitoring', topic: topics.monitoring },
}

/** The eleven questions with their answers. They lead to the evidence, or else to where the document ought to have it. */
export const checklistItems = (document: DocumentModel, type: DocumentType): readonly ReviewItem[] =>
  reviewChecklist(document).map(({ id, status, reason, evidence }) => {
    const { label, topic } = about[id]
    const spec = type.sections.find(({ keys, needsDiagram }) => (topic ? topic.test(keys[0] ?? '') : needsDiagram))
    const place = evidence ?? usualPlace(document, type, spec, topic)
    return {
      label,
      icon: status,
      state: status,
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
