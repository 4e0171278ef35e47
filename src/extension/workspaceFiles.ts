/** Finds the Markdown files of a workspace folder that are not hidden, excluded by settings, or ignored by git. */

import * as vscode from 'vscode'
import { gitignoreTest } from '../core/text/gitignore.ts'
import { compileGlobs } from '../core/text/globs.ts'
import { isMarkdown, markdownGlob } from '../core/text/isMarkdown.ts'
import { sortByKeys } from '../review/overview.ts'
import { pathOf } from './paths.ts'
import { readText } from './workspaces.ts'

/** The Markdown files of a folder. */
export interface FolderFiles {
  readonly files: readonly vscode.Uri[]
  /** Whether a file, by its path relative to the folder, belongs to them. */
  includes(path: string): boolean
}

/** Maximum number of files. */
const mostFiles = 5_000
/** Maximum number of folder entries to look at where there is no search provider. */
const mostEntries = 50_000

/** Finds the Markdown files of a folder. Never rejects: what cannot be read is left out. */
export async function filesOf(folder: vscode.WorkspaceFolder): Promise<FolderFiles> {
  const isExcluded = excludedBy(folder)
  const { markdown, gitignores } = await search(folder, isExcluded)
  const texts = await Promise.all(
    gitignores.map(async (file) => {
      const path = pathOf(file) ?? ''
      return [path.slice(0, Math.max(0, path.lastIndexOf('/'))), (await readText(file)) ?? ''] as const
    }),
  )
  const isIgnored = gitignoreTest(new Map(texts))
  const includes = (path: string) => isMarkdown(path) && !isExcluded(path) && !isIgnored(path)
  // Folder by folder, in the order of the view Design Documents, so that while they are read, new rows are added at the
  // end.
  const files = sortByKeys(
    markdown.filter((uri) => includes(pathOf(uri) ?? '')),
    ({ path }) => [path.slice(0, path.lastIndexOf('/')).toLowerCase(), path],
  )
  return { files: files.slice(0, mostFiles), includes }
}

interface Found {
  readonly markdown: readonly vscode.Uri[]
  readonly gitignores: readonly vscode.Uri[]
}

async function search(folder: vscode.WorkspaceFolder, isExcluded: (path: string) => boolean): Promise<Found> {
  // File systems without a disk may have no search provider, and VS Code would wait for one for ever.
  if (folder.uri.scheme !== 'file' && folder.uri.scheme !== 'vscode-remote') return walk(folder.uri, isExcluded)
  const find = (glob: string) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), '**/{node_modules,.git}/**')
  const [markdown, gitignores] = await Promise.all([find(`**/${markdownGlob}`), find('**/.gitignore')]).catch(() => [
    [],
    [],
  ])
  return { markdown, gitignores }
}

async function walk(root: vscode.Uri, isExcluded: (path: string) => boolean): Promise<Found> {
  const markdown: vscode.Uri[] = []
  const gitignores: vscode.Uri[] = []
  const folders = ['']
  let left = mostEntries
  // The loop also visits folders that are added meanwhile.
  for (const folder of folders) {
    const uri = folder === '' ? root : vscode.Uri.joinPath(root, folder)
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(uri)).catch(() => [])
    left -= entries.length
    if (left < 0) break
    for (const [name, type] of entries) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (name === '.gitignore') gitignores.push(vscode.Uri.joinPath(uri, name))
      else if (type === vscode.FileType.Directory && !isExcluded(`${path}/_.md`)) folders.push(path)
      else if (type !== vscode.FileType.Directory && isMarkdown(name)) markdown.push(vscode.Uri.joinPath(uri, name))
    }
  }
  return { markdown, gitignores }
}

/**
 * Tests whether a file is hidden, in `node_modules`, or excluded by `files.exclude` or `search.exclude`, itself or by a
 * folder above.
 */
function excludedBy(folder: vscode.WorkspaceFolder): (path: string) => boolean {
  const patterns = ['files', 'search'].flatMap((section) => {
    const excluded = vscode.workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude', {})
    return Object.keys(excluded).filter((glob) => excluded[glob] === true)
  })
  const globs = compileGlobs(patterns)
  const folders = new Map<string, boolean>()
  const isOut = (path: string): boolean => {
    const cut = path.lastIndexOf('/')
    if (cut > 0 && isFolderOut(path.slice(0, cut))) return true
    return globs.some(({ matches }) => matches(path))
  }
  const isFolderOut = (path: string): boolean => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const name = path.slice(path.lastIndexOf('/') + 1)
    const isIt = name === 'node_modules' || name.startsWith('.') || isOut(path)
    folders.set(path, isIt)
    return isIt
  }
  return isOut
}
