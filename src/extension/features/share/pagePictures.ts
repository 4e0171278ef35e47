/** Reads the pictures of a document, for a page and for the panel: files of the workspace, up to a limit. */

import * as vscode from 'vscode'
import { createRecord } from '../../../core/data/records.ts'
import { resolveLink } from '../../../core/diagrams/link.ts'
import { folderOf } from '../../paths.ts'
import { toBase64 } from '../../platform.ts'
import { linkOnTheWay } from '../../writing.ts'

/** Bytes of one picture, and of all pictures of a page. */
const limits = { picture: 5 * 1024 * 1024, page: 30 * 1024 * 1024 }

/** By ending: what no image runs a script of, or loads anything for. */
const kinds: Readonly<Record<string, string>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg+xml',
}

/** The pictures of a document as `data:` addresses, by the addresses it has for them; those that cannot be had are left out. */
export async function readPictures(
  uri: vscode.Uri,
  addresses: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const read: [string, string][] = []
  let left = limits.page
  for (const address of addresses) {
    const bytes = await readPicture(uri, address, Math.min(left, limits.picture))
    const kind = kindOf(address)
    if (!bytes || !kind) continue
    left -= bytes.length
    read.push([address, `data:image/${kind};base64,${toBase64(bytes)}`])
  }
  return createRecord(read)
}

const kindOf = (address: string): string | undefined => {
  const [path = ''] = address.split(/[?#]/, 1)
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
}

async function readPicture(uri: vscode.Uri, address: string, most: number): Promise<Uint8Array | undefined> {
  const base = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? folderOf(uri)
  const target = resolveLink(address, { document: uri.path, folder: base.path })
  if (target?.type !== 'file' || !kindOf(address)) return undefined
  const file = uri.with({ path: target.path, query: '', fragment: '' })
  try {
    const { size, type } = await vscode.workspace.fs.stat(file)
    if (!(type & vscode.FileType.File) || size > most) return undefined
    // It may lead to any file of the machine, and the page is handed out.
    return (await linkOnTheWay(file, base)) ? undefined : await vscode.workspace.fs.readFile(file)
  } catch {
    return undefined
  }
}

/** Calls back when a file of a picture comes, goes or changes. */
export function watchPictures(onChange: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/*.{${Object.keys(kinds).join(',')}}`)
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(onChange),
    watcher.onDidChange(onChange),
    watcher.onDidDelete(onChange),
  )
}
