/** Proposes folders and free file names for a new document. */

import * as vscode from 'vscode'
import { groupBy } from '../../../core/data/groupBy.ts'
import { nameDocument } from '../../../core/template/naming.ts'
import { t } from '../../localize.ts'
import { folderOf, shownPath } from '../../paths.ts'
import { within } from '../../platform.ts'

/** Where a new document may be created. */
export interface Place {
  readonly folder: vscode.Uri
  /** Not yet used in that folder. */
  readonly name: string
  readonly number?: string
  /** Whether such documents are named by date there, not numbered. */
  readonly isDated?: boolean
}

export interface PlaceRequest {
  /** The globs of the document's type. */
  readonly globs: readonly string[]
  readonly title: string
  readonly isNumbered: boolean
  /** The folders in a workspace folder that already contain such documents, most likely first. */
  homesIn(root: vscode.WorkspaceFolder): Promise<readonly Home[]>
}

/** A folder that already contains documents. */
export interface Home {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string
  readonly why: string
}

/** The places where a new document fits, most likely first, each with a free file name. */
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

/** The place in a folder that the user chose. */
export async function placeIn(folder: vscode.Uri, { title, isNumbered }: PlaceRequest): Promise<Place> {
  return { folder, ...nameDocument(title, await namesIn(folder), isNumbered, new Date()) }
}

/** The folder with the most documents of the type. */
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

/** Milliseconds. If there is no search provider, as in some virtual workspaces, VS Code never answers. */
const timeLimit = 2000

/** Enough documents to tell where a team keeps them. */
const enough = 50

/** The first folder that a glob names; it is put in `docs` if the glob matches it anywhere. */
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

/** The names in a folder. Numbered and dated subfolders add the names of their files, such as `0001-tea/index.md`. */
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

/** Maximum number of subfolders to look into. */
const mostFolders = 100
