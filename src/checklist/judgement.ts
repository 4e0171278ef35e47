/** The result type of the checklist's judges, and the eleven ids in display order. */

import { type ChecklistId, checklistIds } from '../core/template/checklistIds.ts'
import type { Range } from '../core/text/range.ts'

export { type ChecklistId, checklistIds }

export type ChecklistStatus = 'met' | 'partial' | 'missing'

/** What the judge of one item found. */
export interface Judgement {
  readonly status: ChecklistStatus
  /** UTF-16 offsets of the heading, phrase or node that is the best evidence; absent if there is none. */
  readonly evidence?: Range
  /** One plain sentence for the author: what was found, or what is missing. */
  readonly reason?: string
}

export interface ChecklistItem extends Judgement {
  readonly id: ChecklistId
}

/** Creates a judgement; `evidence` is left out if absent. */
export const judgement = (status: ChecklistStatus, reason: string, evidence?: Range): Judgement => ({
  status,
  reason,
  ...(evidence && { evidence: { start: evidence.start, end: evidence.end } }),
})
