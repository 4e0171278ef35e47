/** Creates an empty file, and explains what prevents it. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { createFolders, Refusal } from '../../writing.ts'

/** Creates an empty file and its parent folders; overwrites nothing. On failure, shows the reason and returns false. */
export async function createFile(uri: vscode.Uri): Promise<boolean> {
  const reason = await tryToCreate(uri)
  if (reason === undefined) return true
  // Short, with the reason early: VS Code shows a single line.
  void vscode.window.showErrorMessage(printable(t`Cannot create ${uri.path.split('/').at(-1)}: ${reason}.`))
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
const readOnly = t`the folder is not writable`

/** Whether a file or folder with this URI exists. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/**
 * What prevents writing, without a full stop. Based on error codes, since the messages of file systems do not form
 * sentences.
 */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (!(error instanceof vscode.FileSystemError)) return String(error)
  if (error.code === 'NoPermissions') return readOnly
  if (error.code === 'FileNotADirectory' || error.code === 'FileExists')
    return t`a file has the same name as the folder`
  if (error.code === 'Unavailable') return t`the file system is not responding`
  return error.message.replace(/\.$/, '')
}
