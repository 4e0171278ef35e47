import { type ChecklistId, reviewChecklist } from '../checklist/index.ts'
import { type DocumentModel, rangeOf } from '../core/document.ts'
import type { DocumentType } from '../core/template.ts'
import { sectionsAbout, type Topic, topics } from '../rules/util/topics.ts'
import type { ReviewItem } from './reviewGroups.ts'

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

/** The eleven questions with their answers. They lead to the evidence, or else to the section that ought to have it. */
export const checklistItems = (document: DocumentModel, type: DocumentType): readonly ReviewItem[] =>
  reviewChecklist(document).map(({ id, status, reason, evidence }) => {
    const { label, topic } = about[id]
    const [section] = topic ? sectionsAbout(document, type, topic) : []
    const place = evidence ?? (section && rangeOf(section.heading))
    const guidance = guidanceFor(type, topic)
    return {
      label,
      icon: status,
      state: status,
      ...(reason !== undefined && { description: reason }),
      ...(guidance && { guidance }),
      ...(place && { place }),
    }
  })

const guidanceFor = ({ sections }: DocumentType, topic: Topic | undefined): string | undefined =>
  sections.find(({ keys, needsDiagram }) => (topic ? topic.test(keys[0] ?? '') : needsDiagram))?.guidance
