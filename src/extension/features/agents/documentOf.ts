/** Opens the document that a language model names by path. */

import * as vscode from 'vscode'

/**
 * Opens a Markdown file of the workspace without showing it.
 *
 * @param path relative to a workspace folder, or absolute and inside one; with several folders, it may start with the
 * name of one, as in our own answers
 * @throws Error that tells the model what to do instead
 */
export async function documentOf(path: string): Promise<vscode.TextDocument> {
  const folders = vscode.workspace.workspaceFolders ?? []
  const named = folders.length > 1 ? folders.filter(({ name }) => path.startsWith(`${name}/`)) : []
  const uris = folders.flatMap(({ uri }) => [
    vscode.Uri.joinPath(uri, path),
    uri.with({ path: vscode.Uri.file(path).path }),
  ])
  const inNamed = named.map(({ uri, name }) => vscode.Uri.joinPath(uri, path.slice(name.length + 1)))
  for (const uri of [...inNamed, ...uris].filter((each) => vscode.workspace.getWorkspaceFolder(each) !== undefined)) {
    const isFile = await isFileAt(uri)
    if (!isFile) continue
    const document = await vscode.workspace.openTextDocument(uri)
    if (document.languageId === 'markdown') return document
    throw new Error(`“${path}” is not a Markdown file.`)
  }
  throw new Error(
    `“${path}” does not exist in the workspace. Give the path from the workspace folder, such as docs/orders.md.`,
  )
}

async function isFileAt(uri: vscode.Uri): Promise<boolean> {
  try {
    return (((await vscode.workspace.fs.stat(uri)).type ?? 0) & vscode.FileType.File) !== 0
  } catch {
    return false
  }
}
