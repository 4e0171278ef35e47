/** Reads the author's own answers to the checklist: `<!-- design-docs-met security -- by the gateway -->`. */

import { remember } from '../core/data/remember.ts'
import { readSilence, type SilencingComment } from '../core/document/comments.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { type ChecklistId, checklistIds, type Judgement, judgement } from './judgement.ts'

/** The comments in which the author marks checklist items as met; for each item the first one. */
export const metByAuthor = remember((document: DocumentModel): ReadonlyMap<ChecklistId, SilencingComment> => {
  const comments = readSilence(document).comments.filter(({ verb }) => verb === 'met')
  const pairs = comments.flatMap((comment) =>
    comment.names.flatMap(({ name }) => (isChecklistId(name) ? [[name, comment] as const] : [])),
  )
  return new Map(pairs.toReversed())
})

export const isChecklistId = (name: string): name is ChecklistId => checklistIds.some((id) => id === name)

/** The judgement that a comment stands for: met, for the author's reason, with the comment as evidence. */
export const judgementByAuthor = (comment: SilencingComment): Judgement =>
  judgement(
    'met',
    `Marked as met by the author${comment.reason ? `: ${comment.reason}` : ''}.`.replace(/([.!?])\.$/, '$1'),
    comment,
  )
