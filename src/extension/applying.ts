/** Applies an edit to a document, unless the document has changed since it was read. */

import * as vscode from 'vscode'
import type { TextEdit } from '../core/text/textEdit.ts'
import { toRange, toWorkspaceEdit } from './convert.ts'
import { t } from './localize.ts'
import { showBriefly } from './statusBar.ts'

/** Says that nothing was done, because positions that were read are those of an earlier text. */
export const sayEdited = (): void => showBriefly(t`The document was edited meanwhile. Try again.`)

const sayUnchangeable = (): void => showBriefly(t`The document cannot be changed.`)

/**
 * Applies edits, without snippets, of a document's current version in a single undo step. Where the document is shown,
 * its editor applies them: unlike a workspace edit, it refuses if the user has locked the file, by `files.readonlyInclude`
 * or for this session.
 *
 * @returns whether they were applied
 */
export async function editDocument(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document)
  if (!editor || edits.length === 0) return vscode.workspace.applyEdit(toWorkspaceEdit(document, edits))
  const { version } = document
  const isAccepted = await editor.edit((builder) => {
    for (const edit of edits) builder.replace(toRange(document, edit), edit.newText)
  })
  // VS Code does not report that a locked editor has changed nothing.
  return isAccepted && document.version !== version
}

/**
 * Applies an edit that was computed for one version of a document; if the document has another one by now, says so.
 *
 * @param apply computes all positions and applies the edit, without waiting for anything in between
 * @param refuse tells the user why if VS Code does not apply the edit
 * @returns whether it was applied
 */
export async function applyIfUnchanged(
  document: vscode.TextDocument,
  version: number,
  apply: () => Thenable<boolean>,
  refuse: () => unknown = sayUnchangeable,
): Promise<boolean> {
  const isUnchanged = () => document.version === version && !document.isClosed
  if (isUnchanged()) {
    if (await apply()) return true
    // VS Code itself refuses an edit of an earlier version.
    if (isUnchanged()) {
      await refuse()
      return false
    }
  }
  sayEdited()
  return false
}
