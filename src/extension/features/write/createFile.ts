/** Creates an empty file, and says in words what is in the way. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { createFolders, Refusal } from '../../writing.ts'

/** Create an empty file and the folders above it. Overwrites nothing; says what is in the way and returns false when something is. */
export async function createFile(uri: vscode.Uri): Promise<boolean> {
  const reason = await tryToCreate(uri)
  if (reason === undefined) return true
  // Short, and the reason early: VS Code shows one line of it.
  void vscode.window.showErrorMessage(printable(t`Cannot create ${uri.path.split('/').at(-1)}: ${reason}.`))
  return false
}

/** What is in the way; undefined when the file was created. */
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

/** Whether there is a file or a folder of this name. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** What is in the way of writing, without a full stop: the file system's own words make no sentence; its codes do. */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (!(error instanceof vscode.FileSystemError)) return String(error)
  if (error.code === 'NoPermissions') return readOnly
  if (error.code === 'FileNotADirectory' || error.code === 'FileExists')
    return t`a file has the same name as the folder`
  if (error.code === 'Unavailable') return t`the file system is not responding`
  return error.message.replace(/\.$/, '')
}
