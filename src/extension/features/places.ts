import * as vscode from 'vscode'
import { nameDocument } from '../naming.ts'
import { folderOf, shownPath } from '../paths.ts'

/** Where a new document may go. */
export interface Place {
  readonly folder: vscode.Uri
  /** Free in that folder. */
  readonly name: string
  readonly number?: string
}

export interface PlaceWish {
  /** Of the documents of its type. */
  readonly globs: readonly string[]
  readonly title: string
  readonly isNumbered: boolean
}

/** The places a new document would fit, the likeliest first, each with a file name that is still free. */
export async function proposePlaces(wish: PlaceWish): Promise<readonly (Place & vscode.QuickPickItem)[]> {
  const proposed = new Map<string, { folder: vscode.Uri; why: string; rank: number }>()
  const active = vscode.window.activeTextEditor?.document.uri
  const add = (folder: vscode.Uri, why: string, rank: number) => {
    const key = folder.toString()
    if (!proposed.has(key)) proposed.set(key, { folder, why, rank })
  }
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folders = foldersOf(wish.globs)
    const present = await Promise.all(folders.map((path) => isFolder(vscode.Uri.joinPath(uri, path))))
    // One of several customary folders exists: the others are not wanted.
    const first = Math.max(0, present.indexOf(true))
    const path = folders[first]
    if (path !== undefined)
      add(
        vscode.Uri.joinPath(uri, path),
        `folder of documents of this type${present[first] ? '' : ', will be created'}`,
        0,
      )
    const docs = vscode.Uri.joinPath(uri, 'docs')
    add(docs, (await isFolder(docs)) ? 'folder of documentation' : 'will be created', 2)
    add(uri, 'workspace folder', 3)
  }
  if (active && vscode.workspace.getWorkspaceFolder(active)) add(folderOf(active), 'folder of the open file', 1)
  const ranked = [...proposed.values()].toSorted((a, b) => a.rank - b.rank)
  return Promise.all(
    ranked.map(async ({ folder, why }) => {
      const place = await placeIn(folder, wish)
      return { ...place, label: shownPath(vscode.Uri.joinPath(folder, place.name)), description: why }
    }),
  )
}

/** The place in a folder of the author's choice. */
export async function placeIn(folder: vscode.Uri, { title, isNumbered }: PlaceWish): Promise<Place> {
  return { folder, ...nameDocument(title, await namesIn(folder), isNumbered) }
}

/** The folders that globs speak of, without those that have a wildcard in their name. */
const foldersOf = (globs: readonly string[]): readonly string[] =>
  globs.map((glob) => /^(?:\.\/)?((?:[^*?{}[\]!/]+\/)*)/.exec(glob)?.[1]?.replace(/\/$/, '') ?? '').filter(Boolean)

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0
  } catch {
    return false
  }
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name)
  } catch {
    return []
  }
}
