/** Gives rules the checklist's judgement of one item. */

import type { Subject } from '../reading/sections/topics.ts'
import { type ChecklistId, type ChecklistItem, wholeChecklist } from './index.ts'

/**
 * The judgement of one checklist item.
 * @throws Error for an unknown id
 */
export function judgementOf({ document, type }: Subject, id: ChecklistId): ChecklistItem {
  const item = wholeChecklist(document, type).find((each) => each.id === id)
  if (!item) throw new Error(`No checklist item ${id}`)
  return item
}
