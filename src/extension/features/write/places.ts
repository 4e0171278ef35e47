/** Proposes folders and free file names for a new document. */

import * as vscode from 'vscode'
import { groupBy } from '../../../core/data/groupBy.ts'
import { nameDocument } from '../../../core/text/naming.ts'
import { t } from '../../localize.ts'
import { folderOf, shownPath } from '../../paths.ts'
import { within } from '../../platform.ts'

/** Where a new document may go. */
export interface Place {
  readonly folder: vscode.Uri
  /** Free in that folder. */
  readonly name: string
  readonly number?: string
  /** Whether documents of its kind are named by their dates there, and not numbered. */
  readonly isDated?: boolean
}

export interface PlaceRequest {
  /** Of the documents of its type. */
  readonly globs: readonly string[]
  readonly title: string
  readonly isNumbered: boolean
  /** The folders of a workspace folder that hold such documents already, the likeliest first. */
  homesIn(root: vscode.WorkspaceFolder): Promise<readonly Home[]>
}

/** A folder that holds documents already. */
export interface Home {
  /** From the workspace folder, with `/`. */
  readonly path: string
  readonly why: string
}

/** The places a new document would fit, the likeliest first, each with a file name that is still free. */
export async function proposePlaces(request: PlaceRequest): Promise<readonly (Place & vscode.QuickPickItem)[]> {
  const proposed = new Map<string, { folder: vscode.Uri; why: string; rank: number }>()
  const active = vscode.window.activeTextEditor?.document.uri
  const add = (folder: vscode.Uri, why: string, rank: number) => {
    const key = folder.toString()
    if (!proposed.has(key)) proposed.set(key, { folder, why, rank })
  }
  for (const root of vscode.workspace.workspaceFolders ?? []) {
    const { uri } = root
    const [homes, used] = await Promise.all([request.homesIn(root), findFolder(uri, request.globs)])
    const usual = usualFolder(request.globs)
    for (const { path, why } of homes) add(vscode.Uri.joinPath(uri, path), why, 0)
    if (used) add(used, t`folder with documents of this type`, 0)
    else if (usual) add(vscode.Uri.joinPath(uri, usual), t`usual folder of this type`, homes.length > 0 ? 1 : 0)
    add(vscode.Uri.joinPath(uri, 'docs'), t`documentation folder`, 2)
    add(uri, t`workspace folder`, 3)
  }
  if (active && vscode.workspace.getWorkspaceFolder(active)) add(folderOf(active), t`folder of the open file`, 1)
  const ranked = [...proposed.values()].toSorted((a, b) => a.rank - b.rank)
  return Promise.all(
    ranked.map(async ({ folder, why }) => {
      const place = await placeIn(folder, request)
      const description = (await isFolder(folder)) ? why : t`${why}, will be created`
      return { ...place, label: shownPath(vscode.Uri.joinPath(folder, place.name)), description }
    }),
  )
}

/** The place in a folder of the author's choice. */
export async function placeIn(folder: vscode.Uri, { title, isNumbered }: PlaceRequest): Promise<Place> {
  return { folder, ...nameDocument(title, await namesIn(folder), isNumbered, new Date()) }
}

/** The folder that holds most of the documents that are of the type already. */
async function findFolder(root: vscode.Uri, globs: readonly string[]): Promise<vscode.Uri | undefined> {
  const found = await Promise.all(
    globs.map((glob) =>
      within(
        timeLimit,
        vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), '**/{node_modules,.*}/**', enough),
        [],
      ),
    ),
  )
  const byFolder = groupBy(found.flat(), (file) => folderOf(file).toString())
  const [most] = [...byFolder.values()].toSorted((a, b) => b.length - a.length)
  return most?.[0] && folderOf(most[0])
}

/** Where nobody can search, as in some virtual workspaces, VS Code never answers; in milliseconds. */
const timeLimit = 2000

/** So many documents show where a team keeps them. */
const enough = 50

/** The first folder that globs name; below `docs` where they leave open where it lies. */
const usualFolder = (globs: readonly string[]): string | undefined =>
  globs
    .map((glob) => /^(\*\*\/)?((?:[^*?{}[\]!/]+\/)+)[^/]*$/.exec(glob.replace(/^\.\//, '')))
    .flatMap((match) => {
      const path = match?.[2]?.replace(/\/$/, '')
      return path ? [match?.[1] ? `docs/${path}` : path] : []
    })[0]

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0
  } catch {
    return false
  }
}

/** The names in a folder, and those of the files in its folders that are numbered or dated: `0001-tea/index.md`. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  const list = (uri: vscode.Uri) => Promise.resolve(vscode.workspace.fs.readDirectory(uri)).catch(() => [])
  const entries = await list(folder)
  const folders = entries.filter(([name, type]) => type === vscode.FileType.Directory && /\d/.test(name))
  const inside = folders.slice(-mostFolders).map(async ([name]) => {
    const files = await list(vscode.Uri.joinPath(folder, name))
    return files.map(([file]) => `${name}/${file}`)
  })
  return [...entries.map(([name]) => name), ...(await Promise.all(inside)).flat()]
}

/** So many folders of records are looked into. */
const mostFolders = 100
