/** What a judge of the checklist answers, and the eleven ids in the order in which they are shown. */

import type { Range } from '../core/document/document.ts'

/** The eleven questions a reviewer asks of any design document, in the order in which they are shown. */
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

export type ChecklistStatus = 'met' | 'partial' | 'missing'

/** What one item's judge found. */
export interface Judgement {
  readonly status: ChecklistStatus
  /** UTF-16 offsets of the heading, phrase or node that speaks for it most; absent when there is none. */
  readonly evidence?: Range
  /** One plain sentence for the author: what was seen, or what is missing. */
  readonly reason?: string
}

export interface ChecklistItem extends Judgement {
  readonly id: ChecklistId
}

/** Make a judgement; an absent place is left out. */
export const judgement = (status: ChecklistStatus, reason: string, evidence?: Range): Judgement => ({
  status,
  reason,
  ...(evidence && { evidence: { start: evidence.start, end: evidence.end } }),
})
