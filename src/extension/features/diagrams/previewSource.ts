/** Shows the place in the source that was clicked in the panel. */

import * as vscode from 'vscode'
import type { Range } from '../../../core/text/range.ts'

/**
 * Selects a range of the panel's document, in the editor that shows it or in one beside the panel.
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
  await vscode.window.showTextDocument(document.uri, {
    selection,
    viewColumn: columnBeside(document, panel),
    preserveFocus: isGlance,
  })
}

/** The column for files opened from the panel: that of its document, but never that of the panel itself. */
export function columnBeside(document: vscode.TextDocument, { viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  const other = viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One
  return open?.viewColumn ?? other
}
