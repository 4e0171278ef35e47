/** Chooses the folder for exported pictures and writes them there. */

import * as vscode from 'vscode'
import { exportFolder } from '../../../core/diagrams/exportNames.ts'
import { printable } from '../../../core/text/printable.ts'
import { folderOf } from '../../paths.ts'
import { areSame, writeBytes } from '../../writing.ts'
import { exists, explain } from '../write/createFile.ts'

/** A picture on its way to a file. */
export interface ExportedFile {
  readonly uri: vscode.Uri
  readonly bytes: Uint8Array
}

/** The folder for a document's pictures; says why and returns undefined when there is none. */
export function folderFor(document: vscode.TextDocument, setting: string): vscode.Uri | undefined {
  const workspace = vscode.workspace.getWorkspaceFolder(document.uri)?.uri
  const base = baseOf(document)
  if (!base) return refuse('Save the document first: its pictures are written to a folder beside it.')
  const path = exportFolder(setting, { document: base.path, workspace: (workspace ?? base).path })
  if (path === undefined)
    return refuse(`Not exported: the folder “${setting}” of “designDocs.export.folder” is outside of the workspace.`)
  if (vscode.workspace.fs.isWritableFileSystem(base.scheme) === false)
    return refuse('Not exported: the folder of the document cannot be written to.')
  return base.with({ path, query: '', fragment: '' })
}

/** Where paths of a document's pictures count from. */
const baseOf = (document: vscode.TextDocument): vscode.Uri | undefined =>
  document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : folderOf(document.uri)

function refuse(reason: string): undefined {
  void vscode.window.showErrorMessage(printable(reason))
}

/**
 * Writes pictures, and asks once before any file is overwritten. One that has these bytes already stays as it is.
 *
 * @returns where each picture is now, in the same order; undefined when nothing was written, and then the reader knows why
 */
export async function writeFiles(
  document: vscode.TextDocument,
  files: readonly ExportedFile[],
): Promise<readonly vscode.Uri[] | undefined> {
  const found = await Promise.all(files.map(({ uri, bytes }) => look(uri, bytes)))
  const inTheWay = files.filter((_, index) => found[index]?.state === 'other')
  const answer = inTheWay.length > 0 ? await ask(inTheWay.map(({ uri }) => nameOf(uri))) : replace
  if (answer !== replace && answer !== keep) return undefined
  try {
    const written: vscode.Uri[] = []
    for (const [index, { uri, bytes }] of files.entries()) {
      const { state, was } = found[index] ?? { state: 'free' }
      const target = state === 'other' && answer === keep ? await freeName(uri) : uri
      const base = baseOf(document) ?? folderOf(target)
      if (state !== 'same') await writeBytes(target, bytes, target === uri ? was : undefined, base)
      written.push(target)
    }
    return written
  } catch (error) {
    return refuse(`Not exported: ${explain(error)}.`)
  }
}

const replace = 'Replace'
const keep = 'Keep Both'

async function ask(names: readonly string[]): Promise<string | undefined> {
  const [name] = names
  const question =
    names.length === 1 ? `“${name}” exists already. Replace it?` : `${names.length} files exist already. Replace them?`
  const shown = names.length > 10 ? [...names.slice(0, 10), `and ${names.length - 10} more`] : names
  const detail = names.length === 1 ? {} : { detail: shown.map(printable).join('\n') }
  return vscode.window.showWarningMessage(printable(question), { modal: true, ...detail }, replace, keep)
}

interface Found {
  readonly state: 'free' | 'same' | 'other'
  /** What is in the file, where it can be read. */
  readonly was?: Uint8Array
}

/** Whether a file is not there, is there with these bytes, or with others. */
async function look(uri: vscode.Uri, bytes: Uint8Array): Promise<Found> {
  if (!(await exists(uri))) return { state: 'free' }
  try {
    const was = await vscode.workspace.fs.readFile(uri)
    return { state: areSame(was, bytes) ? 'same' : 'other', was }
  } catch {
    return { state: 'other' }
  }
}

/** The same name with the first number that no file has. */
async function freeName(uri: vscode.Uri): Promise<vscode.Uri> {
  const path = (count: number) => uri.with({ path: uri.path.replace(/(?=\.\w+$)/, `-${count}`) })
  let count = 2
  while (await exists(path(count))) count++
  return path(count)
}

/** The last part of a path. */
export const nameOf = (uri: vscode.Uri): string => uri.path.split('/').at(-1) ?? ''
