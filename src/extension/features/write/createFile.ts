/** Creates an empty file, and shows what prevents it. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { nameOf } from '../../paths.ts'
import { createFolders, exists, explain, readOnly } from '../../writing.ts'

/** Creates an empty file and its parent folders; overwrites nothing. On failure, shows the reason and returns false. */
export async function createFile(uri: vscode.Uri): Promise<boolean> {
  const reason = await tryToCreate(uri)
  if (reason === undefined) return true
  // Short, with the reason early: VS Code shows a single line.
  void vscode.window.showErrorMessage(printable(t`Cannot create ${nameOf(uri)}: ${reason}.`))
  return false
}

/** The reason for a failure; undefined if the file was created. */
async function tryToCreate(uri: vscode.Uri): Promise<string | undefined> {
  if (await exists(uri)) return present
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return readOnly
  try {
    await createFolders(uri)
    const edit = new vscode.WorkspaceEdit()
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false })
    if (await vscode.workspace.applyEdit(edit)) return undefined
    return (await exists(uri)) ? present : readOnly
  } catch (error) {
    return explain(error)
  }
}

const present = t`it already exists`
