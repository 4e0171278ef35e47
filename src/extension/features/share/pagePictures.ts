/** Reads a document's images, for a page and for the panel: workspace files only, up to a limit. */

import * as vscode from 'vscode'
import { createRecord } from '../../../core/data/records.ts'
import { resolveLink } from '../../../core/diagrams/link.ts'
import { folderOf } from '../../paths.ts'
import { toBase64 } from '../../platform.ts'
import { linkOnTheWay } from '../../writing.ts'

/** Maximum bytes of one image, and of all images of a page. */
const limits = { picture: 5 * 1024 * 1024, page: 30 * 1024 * 1024 }

/** By file extension: formats that, as an image, run no script and load nothing. */
const kinds: Readonly<Record<string, string>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg+xml',
}

/** A document's images as `data:` URIs, by the addresses in the document; images that cannot be read are left out. */
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
    // A link may lead to any file on the machine, and the page may be passed on.
    return (await linkOnTheWay(file, base)) ? undefined : await vscode.workspace.fs.readFile(file)
  } catch {
    return undefined
  }
}

/** Calls back when an image file is created, changed or deleted. */
export function watchPictures(onChange: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/*.{${Object.keys(kinds).join(',')}}`)
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(onChange),
    watcher.onDidChange(onChange),
    watcher.onDidDelete(onChange),
  )
}
