import * as vscode from 'vscode'
import { exportFolder } from '../../core/exportNames.ts'
import { folderOf } from '../paths.ts'
import { exists, explain } from './createFile.ts'

/** A picture on its way to a file. */
export interface ExportedFile {
  readonly uri: vscode.Uri
  readonly bytes: Uint8Array
}

/** The folder for a document's pictures; says why and returns undefined when there is none. */
export function folderFor(document: vscode.TextDocument, setting: string): vscode.Uri | undefined {
  const workspace = vscode.workspace.getWorkspaceFolder(document.uri)?.uri
  const base = document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : folderOf(document.uri)
  if (!base) return refuse('Save the document first: its pictures are written to a folder beside it.')
  const path = exportFolder(setting, { document: base.path, workspace: (workspace ?? base).path })
  if (path === undefined)
    return refuse(`Not exported: the folder “${setting}” of “designDocs.export.folder” is outside of the workspace.`)
  if (vscode.workspace.fs.isWritableFileSystem(base.scheme) === false)
    return refuse('Not exported: the folder of the document cannot be written to.')
  return base.with({ path, query: '', fragment: '' })
}

function refuse(reason: string): undefined {
  void vscode.window.showErrorMessage(reason)
}

/**
 * Writes pictures, and asks once before any file is overwritten. One that has these bytes already stays as it is.
 *
 * @returns where each picture is now, in the same order; undefined when nothing was written, and then the reader knows why
 */
export async function writeFiles(files: readonly ExportedFile[]): Promise<readonly vscode.Uri[] | undefined> {
  const states = await Promise.all(files.map(({ uri, bytes }) => stateOf(uri, bytes)))
  const inTheWay = files.filter((_, index) => states[index] === 'other')
  const answer = inTheWay.length > 0 ? await ask(inTheWay.map(({ uri }) => nameOf(uri))) : replace
  if (answer !== replace && answer !== keep) return undefined
  try {
    const written: vscode.Uri[] = []
    for (const [index, { uri, bytes }] of files.entries()) {
      const target = states[index] === 'other' && answer === keep ? await freeName(uri) : uri
      await vscode.workspace.fs.createDirectory(folderOf(target))
      if (states[index] !== 'same') await vscode.workspace.fs.writeFile(target, bytes)
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
  const detail = names.length === 1 ? {} : { detail: shown.join('\n') }
  return vscode.window.showWarningMessage(question, { modal: true, ...detail }, replace, keep)
}

/** Whether a file is not there, is there with these bytes, or with others. */
async function stateOf(uri: vscode.Uri, bytes: Uint8Array): Promise<'free' | 'same' | 'other'> {
  if (!(await exists(uri))) return 'free'
  try {
    const old = await vscode.workspace.fs.readFile(uri)
    return old.length === bytes.length && old.every((byte, index) => byte === bytes[index]) ? 'same' : 'other'
  } catch {
    return 'other'
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
