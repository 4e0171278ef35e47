/** The name of each checklist item, when it is met, why it may not be needed, and the titles of sections about it. */

import { type Topic, topics } from '../reading/sections/topics.ts'
import type { ChecklistId } from './index.ts'

interface ChecklistTopic {
  readonly label: string
  /** When its judge considers it met; continues “Met when”, without a full stop. */
  readonly metWhen: string
  /** An example of why an author marks it as met although the document does not cover it. */
  readonly reason: string
  readonly topic?: Topic
}

export const checklistTopics: Readonly<Record<ChecklistId, ChecklistTopic>> = {
  requirements: {
    label: 'Requirements',
    metWhen: 'the document says what the design must do, and how well',
    reason: 'The product brief lists them, with numbers',
    topic: topics.requirements,
  },
  'architecture-diagram': {
    label: 'Architecture diagram',
    metWhen: 'a diagram shows the parts and how they connect',
    reason: 'The platform’s own design has the diagram',
  },
  components: {
    label: 'Components',
    metWhen: 'two or more parts are named, each with what it does',
    reason: 'There is only one part, the import job',
    topic: topics.components,
  },
  'data-flow': {
    label: 'Data flow',
    metWhen: 'a reader can follow a request or a piece of data through the parts, in order',
    reason: 'It is a single call, described in Interface',
    topic: topics.dataFlow,
  },
  'data-model': {
    label: 'Data model',
    metWhen: 'the stored data is described with its fields: code, a table, an ER diagram',
    reason: 'Nothing is stored; each answer is recomputed',
    topic: topics.dataModel,
  },
  'api-contracts': {
    label: 'API contracts',
    metWhen: 'an interface is described with its inputs and outputs',
    reason: 'The interface is described in openapi.yaml',
    topic: topics.api,
  },
  scaling: {
    label: 'Scaling',
    metWhen: 'the document says how the design copes as load or data grows',
    reason: 'Five people use it, and that will not change',
    topic: topics.scaling,
  },
  'failure-modes': {
    label: 'Failure modes',
    metWhen: 'failures are listed, each with what happens then',
    reason: 'It runs once, by hand, and can be repeated',
    topic: topics.failures,
  },
  'cost-estimate': {
    label: 'Cost estimate',
    metWhen: 'costs are stated in money or resources',
    reason: 'It runs on machines that we already have',
    topic: topics.cost,
  },
  security: {
    label: 'Security',
    metWhen: 'two aspects are covered, or one in depth: rights, protection, threats',
    reason: 'The gateway handles authentication, see its design',
    topic: topics.security,
  },
  monitoring: {
    label: 'Monitoring',
    metWhen: 'the document says what is monitored: metrics, alerts, logs',
    reason: 'The platform monitors all its services, see its runbook',
    topic: topics.monitoring,
  },
}
