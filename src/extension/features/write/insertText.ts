/** Inserts text and snippets into an editor in a single undo step. */

import * as vscode from 'vscode'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { applyIfUnchanged } from '../../applying.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { prepareEdits } from '../../insertion.ts'

/** Applies edits in a single undo step; the first tab stop is selected and scrolled into view. */
export async function insertEdits(editor: vscode.TextEditor, edits: readonly TextEdit[]): Promise<void> {
  if (await insertInto(editor.document, edits))
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

/**
 * Applies edits of a document's current version in a single undo step. If the document changes while they are
 * prepared, nothing is inserted.
 *
 * @returns whether they were applied; if not, the user knows why
 */
export async function insertInto(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const { version } = document
  const prepared = await prepareEdits(edits, document.uri)
  return applyIfUnchanged(document, version, () => vscode.workspace.applyEdit(toWorkspaceEdit(document, prepared)))
}

/** A snippet that replaces a whole line, separated by blank lines from the text above and below. */
export function asBlock(document: vscode.TextDocument, { lineNumber }: vscode.TextLine, snippet: string): string {
  const isText = (line: number) => line >= 0 && line < document.lineCount && document.lineAt(line).text.trim() !== ''
  return `${isText(lineNumber - 1) ? '\n' : ''}${snippet.trimEnd()}${isText(lineNumber + 1) ? '\n' : ''}`
}
