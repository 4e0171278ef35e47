/** Writes and removes the comment with which an author marks a checklist item as met. */

import type { SilencingComment } from '../core/document/comments.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { removeComment } from '../core/document/removeComment.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { lineBreakOf } from '../core/text/lineBreak.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { removeNameAt } from '../reading/findings/silencingNames.ts'
import { sectionsAbout } from '../reading/sections/topics.ts'
import { checklistTopics } from './checklistTopics.ts'
import type { ChecklistId } from './judgement.ts'
import { metByAuthor } from './metByAuthor.ts'

/**
 * The edit that marks an item as met: below the heading of the section about it, or else below the title.
 *
 * @param reason the author's reason; put on one line, and without what would end the comment
 */
export function metCommentEdit(
  document: DocumentModel,
  type: DocumentType | undefined,
  id: ChecklistId,
  reason: string,
): TextEdit {
  const { topic } = checklistTopics[id]
  const section = (type && topic && sectionsAbout(document, type, topic)[0]) ?? document.title
  const lineBreak = lineBreakOf(document.text)
  const words = reason.replaceAll(/\s+/g, ' ').replaceAll(/--+/g, '–').trim()
  const comment = `<!-- design-docs-met ${id}${words && ` -- ${words}`} -->`
  const above = section?.heading ?? document.blocks.find(({ type }) => type === 'yaml')
  if (!above) return { start: 0, end: 0, newText: comment + lineBreak.repeat(2) }
  const { end } = document.rangeOf(above)
  return { start: end, end, newText: lineBreak.repeat(2) + comment }
}

/** The edit that removes the mark of an item. Undefined if it has none, or if the comment cannot be removed alone. */
export function unmarkEdit(document: DocumentModel, id: ChecklistId): TextEdit | undefined {
  const comment = metByAuthor(document).get(id)
  if (!comment) return undefined
  const at = comment.names.findIndex(({ name }) => name === id)
  return withoutName(document, comment, at)
}

/** Removes one of a comment's names, and with the last one the comment. @param at the index of the name */
export const withoutName = (document: DocumentModel, comment: SilencingComment, at: number): TextEdit | undefined =>
  comment.names.length > 1 ? removeNameAt(comment.names, at) : removeComment(document, comment)
