/** Writes files and creates their folders, but not through links out of the workspace; explains what prevents it. */

import * as vscode from 'vscode'
import { t } from './localize.ts'
import { folderOf, shownPath } from './paths.ts'

/** Why something is not written: a clause without a full stop, for the user. */
class Refusal extends Error {}

/** The folder below which links are untrusted: the workspace folder, or else the one given. */
const boundary = (uri: vscode.Uri, otherwise: vscode.Uri): vscode.Uri =>
  vscode.workspace.getWorkspaceFolder(uri)?.uri ?? otherwise

/**
 * The first symbolic link on the path from the workspace folder to a file, possibly the file itself. VS Code does not
 * tell where a link leads.
 *
 * @param base used instead of the workspace folder for a file outside of all folders
 */
export async function linkOnTheWay(uri: vscode.Uri, base = folderOf(uri)): Promise<vscode.Uri | undefined> {
  const root = boundary(uri, base)
  const start = root.path.replace(/\/$/, '')
  if (!uri.path.startsWith(`${start}/`)) return undefined
  let part = root
  for (const name of uri.path.slice(start.length + 1).split('/')) {
    part = vscode.Uri.joinPath(part, name)
    const type = await typeOf(part)
    if (type === undefined) return undefined
    if (type & vscode.FileType.SymbolicLink) return part
  }
  return undefined
}

/** Throws a `Refusal` if something would be written through a link. @param base as in `linkOnTheWay` */
async function refuseLinks(uri: vscode.Uri, base?: vscode.Uri): Promise<void> {
  const link = await linkOnTheWay(uri, base)
  if (link) throw new Refusal(t`${shownPath(link)} is a symbolic link`)
}

/** Creates the parent folders of a file. @param base as in `linkOnTheWay` */
export async function createFolders(uri: vscode.Uri, base?: vscode.Uri): Promise<void> {
  await refuseLinks(uri, base)
  await vscode.workspace.fs.createDirectory(folderOf(uri))
}

/**
 * Writes a file and its parent folders.
 *
 * @param was the contents when the user decided; undefined if it did not exist. If it differs now, it is not
 * overwritten
 * @param base as in `linkOnTheWay`
 */
export async function writeBytes(
  uri: vscode.Uri,
  bytes: Uint8Array,
  was: Uint8Array | undefined,
  base: vscode.Uri,
): Promise<void> {
  await createFolders(uri, base)
  const current = (await typeOf(uri)) === undefined ? undefined : await vscode.workspace.fs.readFile(uri)
  if (current && !(was && areSame(current, was))) throw new Refusal(t`${shownPath(uri)} was changed in the meantime`)
  await vscode.workspace.fs.writeFile(uri, bytes)
}

/** Deletes a file that has exactly these bytes. Does nothing if there is no such file. */
export async function takeBack(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  try {
    if (!areSame(await vscode.workspace.fs.readFile(uri), bytes)) return
    await refuseLinks(uri)
    await vscode.workspace.fs.delete(uri)
  } catch {
    // The file was never created, or is not ours.
  }
}

export const areSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** Whether a file or folder with this URI exists. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

/** Undefined if nothing is there. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined
    throw error
  }
}

/**
 * What prevents writing, without a full stop. Based on error codes, since the messages of file systems do not form
 * sentences.
 */
export function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message
  // Our own errors have texts for people.
  if (!(error instanceof vscode.FileSystemError)) return String(error).replace(/^Error: /, '')
  if (error.code === 'NoPermissions') return readOnly
  if (error.code === 'FileNotADirectory' || error.code === 'FileExists')
    return t`a file has the same name as the folder`
  if (error.code === 'Unavailable') return t`the file system is not responding`
  return error.message.replace(/\.$/, '')
}

export const readOnly = t`the folder is not writable`
