/** Paths of files, within their workspace folder and by themselves. */

import * as vscode from 'vscode'

/** A file's path relative to its workspace folder, with `/`; undefined outside of one, and for an untitled document. */
export function pathOf(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  const root = folder?.uri.path.replace(/\/$/, '')
  return root === undefined || !uri.path.startsWith(`${root}/`) ? undefined : uri.path.slice(root.length + 1)
}

/** The folder that contains a file. */
export const folderOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..')

/** The last part of a path. */
export const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? ''

/** A path as shown to the user: relative to the workspace, with the folder's name if there are several. */
export const shownPath = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri)
