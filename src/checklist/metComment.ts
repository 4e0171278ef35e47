/** Writes the comment by which an author answers an item of the checklist. */

import type { DocumentModel } from '../core/document/document.ts'
import { lineBreakOf } from '../core/document/writingStyle.ts'
import type { TextEdit } from '../core/lint/rule.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { sectionsAbout } from '../reading/sections/topics.ts'
import { checklistTopics } from './checklistTopics.ts'
import type { ChecklistId } from './judgement.ts'

/**
 * The edit that says of an item that it is met: under the heading of the section about it, else under the title.
 *
 * @param reason of the author's, in a line; what would end the comment is taken out
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
