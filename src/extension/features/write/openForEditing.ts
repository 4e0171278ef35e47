/** Opens a file in a text editor. */

import * as vscode from 'vscode'

/**
 * Lets VS Code open the file: a document opened by an extension stays open for minutes after its editor is closed,
 * along with its findings.
 */
export async function openForEditing(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri)
  const isOurs = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString()
  // Markdown files may be configured to open in a preview.
  return vscode.window.visibleTextEditors.find(isOurs) ?? vscode.window.showTextDocument(uri)
}
