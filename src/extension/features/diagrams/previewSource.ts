/** Shows the place in the source that was clicked in the panel. */

import * as vscode from 'vscode'
import type { Range } from '../../../core/document/document.ts'

/**
 * Selects a place of the document that the panel shows, in the editor that has it or in one beside the panel.
 *
 * @param isGlance the focus stays where it is: what is typed next must not replace what is selected
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

/** Where files are opened from the panel: where its document is, and never over the panel itself. */
export function columnBeside(document: vscode.TextDocument, { viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  const other = viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One
  return open?.viewColumn ?? other
}
