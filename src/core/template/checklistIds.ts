/** The ids of the reviewer's checklist, which templates and comments name. */

/** The eleven questions a reviewer asks of any design document, in display order. */
export const checklistIds = [
  'requirements',
  'architecture-diagram',
  'components',
  'data-flow',
  'data-model',
  'api-contracts',
  'scaling',
  'failure-modes',
  'cost-estimate',
  'security',
  'monitoring',
] as const

export type ChecklistId = (typeof checklistIds)[number]
