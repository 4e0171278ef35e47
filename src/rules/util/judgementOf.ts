/** Gives a rule the checklist's judgement of one item. */

import { type ChecklistId, type ChecklistItem, reviewChecklist } from '../../checklist/index.ts'
import type { DocumentModel } from '../../core/document/document.ts'

/** The judgement of one item of the review checklist. */
export function judgementOf(document: DocumentModel, id: ChecklistId): ChecklistItem {
  const item = reviewChecklist(document).find((each) => each.id === id)
  if (!item) throw new Error(`No checklist item ${id}`)
  return item
}
