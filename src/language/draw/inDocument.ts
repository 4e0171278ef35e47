/** Translates edits of a diagram's source into edits of its document. */

import type { Diagram, DocumentModel } from '../../core/document/document.ts'
import { placeInDocument } from '../../core/document/places.ts'
import { styleOf } from '../../core/document/writingStyle.ts'
import { lineStart } from '../../core/text/lineBounds.ts'
import type { TextEdit } from '../../core/text/textEdit.ts'

/**
 * The same edits, applied to the document: each new line gets the indentation or quote markers of its neighbours.
 *
 * @param edits with UTF-16 offsets relative to the source
 * @returns undefined if a line begins with anything else, so that the beginning of the next one cannot be determined
 */
export function inDocument(
  document: DocumentModel,
  diagram: Diagram,
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const { lineBreak } = styleOf(document)
  const moved = edits.flatMap((edit) => {
    const line = lineStart(diagram.source, edit.start)
    const { start } = placeInDocument(document, diagram, { start: line, end: line })
    const prefix = document.text.slice(lineStart(document.text, start), start)
    if (/[^\s>]/.test(prefix)) return []
    const newText = edit.newText.replaceAll('\n', () => lineBreak + prefix)
    return [{ ...placeInDocument(document, diagram, edit), newText }]
  })
  return moved.length === edits.length ? moved : undefined
}
