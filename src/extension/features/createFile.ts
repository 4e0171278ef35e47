import * as vscode from 'vscode'
import { folderOf, shownPath } from '../paths.ts'

/** Create an empty file and the folders above it; says what is in the way and returns false when that cannot be. Overwrites nothing. */
export async function createFile(uri: vscode.Uri): Promise<boolean> {
  const reason = await tryToCreate(uri)
  if (reason === undefined) return true
  void vscode.window.showErrorMessage(reason)
  return false
}

/** Undefined when the file was created. */
async function tryToCreate(uri: vscode.Uri): Promise<string | undefined> {
  const path = shownPath(uri)
  if (await exists(uri)) return `${path} already exists. Nothing was changed.`
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false)
    return `${path} cannot be created: the folder is read-only.`
  try {
    await vscode.workspace.fs.createDirectory(folderOf(uri))
    const edit = new vscode.WorkspaceEdit()
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false })
    if (await vscode.workspace.applyEdit(edit)) return undefined
    return (await exists(uri))
      ? `${path} already exists. Nothing was changed.`
      : `${path} cannot be created: the folder may be read-only.`
  } catch (error) {
    return `${path} cannot be created: ${explain(error)}`
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** The file system's own words make no sentence; its codes do. */
function explain(error: unknown): string {
  if (!(error instanceof vscode.FileSystemError)) return `${String(error)}.`
  if (error.code === 'NoPermissions') return 'the folder is read-only.'
  if (error.code === 'FileNotADirectory' || error.code === 'FileExists') return 'a file is where its folder would be.'
  if (error.code === 'Unavailable') return 'the file system does not answer.'
  return `${error.message.replace(/\.?$/, '.')}`
}
