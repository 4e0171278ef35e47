/** Chooses the folder for exported pictures and writes them there. */

import * as vscode from 'vscode'
import { exportFolder } from '../../../core/diagrams/exportNames.ts'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { folderOf, nameOf } from '../../paths.ts'
import { areSame, exists, explain, writeBytes } from '../../writing.ts'

/** A picture or page to be written to a file. */
export interface ExportedFile {
  readonly uri: vscode.Uri
  readonly bytes: Uint8Array
}

/** The folder for a document's pictures; if there is none, shows the reason and returns undefined. */
export function folderFor(document: vscode.TextDocument, setting: string): vscode.Uri | undefined {
  const workspace = vscode.workspace.getWorkspaceFolder(document.uri)?.uri
  const base = baseOf(document)
  if (!base) return refuse(t`Save the document first: images are saved to a folder next to it.`)
  const path = exportFolder(setting, { document: base.path, workspace: (workspace ?? base).path })
  if (path === undefined)
    return refuse(t`Not exported: the folder “${setting}” in “designDocs.export.folder” is outside the workspace.`)
  if (vscode.workspace.fs.isWritableFileSystem(base.scheme) === false)
    return refuse(t`Not exported: the folder of the document is not writable.`)
  return base.with({ path, query: '', fragment: '' })
}

/** The folder that paths of a document's pictures are relative to. */
export const baseOf = (document: vscode.TextDocument): vscode.Uri | undefined =>
  document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : folderOf(document.uri)

function refuse(reason: string): undefined {
  void vscode.window.showErrorMessage(printable(reason))
}

/**
 * Writes files, and asks once before overwriting any. A file with the same bytes is left as it is.
 *
 * @param base outside of a workspace, the folder below which links are untrusted; absent: the folder of each file
 * @param mayRename whether the user may keep both files; false if the files link to each other by name
 * @returns the final location of each file, in the same order; undefined if they were not all written, with the
 * reason already shown
 */
export async function writeFiles(
  base: vscode.Uri | undefined,
  files: readonly ExportedFile[],
  mayRename = true,
): Promise<readonly vscode.Uri[] | undefined> {
  const found = await Promise.all(files.map(({ uri, bytes }) => look(uri, bytes)))
  const inTheWay = files.filter((_, index) => found[index]?.state === 'other')
  const answer =
    inTheWay.length > 0
      ? await ask(
          inTheWay.map(({ uri }) => nameOf(uri)),
          mayRename,
        )
      : replace
  if (answer !== replace && answer !== keep) return undefined
  const written: vscode.Uri[] = []
  try {
    for (const [index, { uri, bytes }] of files.entries()) {
      const { state, was } = found[index] ?? { state: 'free' }
      const target = state === 'other' && answer === keep ? await freeName(uri) : uri
      if (state !== 'same') await writeBytes(target, bytes, target === uri ? was : undefined, base ?? folderOf(target))
      written.push(target)
    }
    return written
  } catch (error) {
    if (written.length === 0) return refuse(t`Not exported: ${explain(error)}.`)
    return refuse(t`Only ${written.length} of ${files.length} files were exported: ${explain(error)}.`)
  }
}

const replace = t`Replace`
const keep = t`Keep Both`

async function ask(names: readonly string[], mayRename: boolean): Promise<string | undefined> {
  const [name] = names
  const question =
    names.length === 1
      ? t`“${name}” already exists. Replace it?`
      : t`${names.length} files already exist. Replace them?`
  const shown = names.length > 10 ? [...names.slice(0, 10), t`and ${names.length - 10} more`] : names
  const detail = names.length === 1 ? {} : { detail: shown.map(printable).join('\n') }
  const options = { modal: true, ...detail }
  return mayRename
    ? vscode.window.showWarningMessage(printable(question), options, replace, keep)
    : vscode.window.showWarningMessage(printable(question), options, replace)
}

interface Found {
  readonly state: 'free' | 'same' | 'other'
  /** The file's contents, if they can be read. */
  readonly was?: Uint8Array
}

/** Whether the file does not exist, has the same bytes, or has others. */
async function look(uri: vscode.Uri, bytes: Uint8Array): Promise<Found> {
  if (!(await exists(uri))) return { state: 'free' }
  try {
    const was = await vscode.workspace.fs.readFile(uri)
    return { state: areSame(was, bytes) ? 'same' : 'other', was }
  } catch {
    return { state: 'other' }
  }
}

/** The name with the first free number. */
async function freeName(uri: vscode.Uri): Promise<vscode.Uri> {
  const path = (count: number) => uri.with({ path: uri.path.replace(/(?=\.\w+$)/, `-${count}`) })
  let count = 2
  while (await exists(path(count))) count++
  return path(count)
}
