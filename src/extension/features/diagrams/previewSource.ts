/** Shows the place in the source that was clicked in the panel. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import type { Range } from '../../../core/text/range.ts'
import { t } from '../../localize.ts'
import { shownPath } from '../../paths.ts'

/**
 * Selects a range of the panel's document, in the editor that shows it or in one beside the panel. On failure, shows
 * the reason.
 *
 * @param isGlance leave the focus where it is, so that typing does not replace the selection
 */
export async function showSource(
  document: vscode.TextDocument,
  { start, end }: Range,
  panel: vscode.WebviewPanel,
  isGlance: boolean,
): Promise<void> {
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end))
  const options = { selection, viewColumn: columnBeside(document, panel), preserveFocus: isGlance }
  try {
    await vscode.window.showTextDocument(document.uri, options)
  } catch {
    // Deleted in the meantime, for example.
    void vscode.window.showWarningMessage(printable(t`${shownPath(document.uri)} cannot be read.`))
  }
}

/** The column for files opened from the panel: that of its document, but never that of the panel itself. */
export function columnBeside(document: vscode.TextDocument, { viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  const other = viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One
  return open?.viewColumn ?? other
}
