/** The name of each checklist item, when it is met, and the titles of sections about it. */

import { type Topic, topics } from '../reading/sections/topics.ts'
import type { ChecklistId } from './index.ts'

interface ChecklistTopic {
  readonly label: string
  /** When its judge considers it met; continues “Met when”, without a full stop. */
  readonly metWhen: string
  readonly topic?: Topic
}

export const checklistTopics: Readonly<Record<ChecklistId, ChecklistTopic>> = {
  requirements: {
    label: 'Requirements',
    metWhen: 'the document says what the design must do, and how well',
    topic: topics.requirements,
  },
  'architecture-diagram': {
    label: 'Architecture diagram',
    metWhen: 'a diagram shows the parts and how they connect',
  },
  components: {
    label: 'Components',
    metWhen: 'two or more parts are named, each with what it does',
    topic: topics.components,
  },
  'data-flow': {
    label: 'Data flow',
    metWhen: 'a reader can follow a request or a piece of data through the parts, in order',
    topic: topics.dataFlow,
  },
  'data-model': {
    label: 'Data model',
    metWhen: 'the stored data is described with its fields: code, a table, an ER diagram',
    topic: topics.dataModel,
  },
  'api-contracts': {
    label: 'API contracts',
    metWhen: 'an interface is described with its inputs and outputs',
    topic: topics.api,
  },
  scaling: {
    label: 'Scaling',
    metWhen: 'the document says how the design copes as load or data grows',
    topic: topics.scaling,
  },
  'failure-modes': {
    label: 'Failure modes',
    metWhen: 'failures are listed, each with what happens then',
    topic: topics.failures,
  },
  'cost-estimate': {
    label: 'Cost estimate',
    metWhen: 'costs are stated in money or resources',
    topic: topics.cost,
  },
  security: {
    label: 'Security',
    metWhen: 'two aspects are covered, or one in depth: rights, protection, threats',
    topic: topics.security,
  },
  monitoring: {
    label: 'Monitoring',
    metWhen: 'the document says what is monitored: metrics, alerts, logs',
    topic: topics.monitoring,
  },
}
