/** Opens a file that a command changes without showing it. */

import * as vscode from 'vscode'
import { giveWay } from './platform.ts'
import { readText } from './workspaces.ts'

/** Milliseconds. VS Code usually notices within 100 that a file has changed. */
const patience = 2_000
const pause = 20

/**
 * Opens a file with the text that it has on disk. VS Code takes a moment to notice that a file has changed, and until
 * then it edits the earlier text and refuses to save it.
 *
 * @returns the document, after at most two seconds; a file that is not UTF-8 never looks the same. Rejects if the file
 * cannot be read
 */
export async function openCurrent(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri)
  for (const end = Date.now() + patience; Date.now() < end; await giveWay(pause)) {
    // Unsaved changes are the author's, and VS Code asks what to do about those on disk.
    if (document.isDirty || unified(document.getText()) === unified(await readText(uri))) break
  }
  return document
}

/** VS Code gives all lines of a text the same line break. */
const unified = (text: string | undefined): string | undefined => text?.replace(/\r\n?/g, '\n')
