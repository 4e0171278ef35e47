/** Paths of files within their workspace folder. */

import * as vscode from 'vscode'

/** A file's path from its workspace folder, with `/`; undefined for one outside, and for one that has no file yet. */
export function pathOf(uri: vscode.Uri): string | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  const root = folder?.uri.path.replace(/\/$/, '')
  return root === undefined || !uri.path.startsWith(`${root}/`) ? undefined : uri.path.slice(root.length + 1)
}

/** The folder that a file lies in. */
export const folderOf = (uri: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(uri, '..')

/** A path as the author knows it: relative to the workspace, with the folder's name where there are several. */
export const shownPath = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri)
