/** What each item of the checklist is called, and under what titles a section on it is known. */

import { type Topic, topics } from '../reading/sections/topics.ts'
import type { ChecklistId } from './index.ts'

export const checklistTopics: Readonly<Record<ChecklistId, { readonly label: string; readonly topic?: Topic }>> = {
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
