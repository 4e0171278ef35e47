/** Keeps the team's files of each workspace folder up to date with the disk. */

import * as vscode from 'vscode'
import type { Language } from '../core/document/language.ts'
import { readTeamFiles, type TeamFolderAccess } from '../core/lint/teamFiles.ts'
import { type Workspace, type WorkspaceTemplate, workspaceSteps } from '../core/lint/workspace.ts'
import { type ListFolder, templateGlobs } from '../core/template/files.ts'
import { templateIn } from '../core/template/inLanguage.ts'
import { rules } from '../generated/rules.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { type BuiltIn, resolveVariable } from './builtIn.ts'
import { pathOf } from './paths.ts'
import { createDelay, decode } from './platform.ts'
import { inTurns } from './turns.ts'
import { onOwnChange, type TeamFilesWatcher, watchTeamFiles } from './watchTeamFiles.ts'

/** The team's files of each workspace folder, always up to date with the disk. */
export interface Workspaces extends vscode.Disposable {
  /** The workspace of a document; only the built-in types if it is outside of all workspace folders. */
  of(uri: vscode.Uri): Promise<Workspace>
  /** The workspace of a folder. */
  in(folder: vscode.WorkspaceFolder | undefined): Promise<Workspace>
  /** All templates that can be inserted in a folder, the team's first. @param language of the built-in ones */
  templatesIn(folder: vscode.WorkspaceFolder | undefined, language: Language): Promise<readonly OfferedTemplate[]>
  /** Those of them that are whole documents. */
  documentsIn(folder: vscode.WorkspaceFolder | undefined, language: Language): Promise<readonly OfferedTemplate[]>
  /** Loads the built-in templates' texts in a language, so that types have it for a document in that language. */
  loadLanguage(language: Language): Promise<void>
  /** The team's files of a folder changed, or folders were added or removed. */
  readonly onDidChange: vscode.Event<void>
}

export interface OfferedTemplate extends WorkspaceTemplate {
  /** The kind of fragment, such as `diagrams`; absent for a document and for a template of the team. */
  readonly group?: string
}

interface Loaded {
  readonly workspace: Promise<Workspace>
  readonly watcher: TeamFilesWatcher
}

/** Milliseconds. A save causes several events, which are handled together. */
const rest = 30

/** Creates the workspaces. Nothing is read before the first request. */
export function createWorkspaces(builtIn: BuiltIn): Workspaces {
  const loaded = new Map<string, Loaded>()
  const reloads = new Map<string, () => void>()
  const changed = new vscode.EventEmitter<void>()
  const delay = createDelay()
  const tell = () => delay.start(rest, () => changed.fire())

  const forget = (key: string) => {
    loaded.get(key)?.watcher.dispose()
    loaded.delete(key)
    reloads.delete(key)
  }

  const inFolder: Workspaces['in'] = (folder) => {
    const key = folder?.uri.toString() ?? ''
    const known = loaded.get(key)
    if (known) return known.workspace
    const reload = () => {
      const before = loaded.get(key)
      if (before) loaded.set(key, { ...before, workspace: load(before.watcher) })
      tell()
    }
    let latest = 0
    const load = async (watcher: Loaded['watcher']): Promise<Workspace> => {
      const run = ++latest
      const { workspace, globs } = await readWorkspace(folder, builtIn)
      if (run === latest) watcher.watchAlso(globs)
      return workspace
    }
    const watcher = watchTeamFiles(folder, reload)
    const entry = { workspace: load(watcher), watcher }
    loaded.set(key, entry)
    reloads.set(key, reload)
    return entry.workspace
  }

  const folders = vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
    for (const { uri } of removed) forget(uri.toString())
    tell()
  })
  const settings = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('designDocs.templates')) for (const reload of reloads.values()) reload()
  })

  // A watcher takes a moment to notice a new folder, and misses what happens in it before that.
  const saves = onOwnChange((uri) => {
    if (pathOf(uri)?.startsWith('.design-docs/'))
      reloads.get(vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '')?.()
  })

  return {
    in: inFolder,
    ...offered(inFolder, builtIn),
    loadLanguage: builtIn.loadLanguage,
    of: (uri) => inFolder(vscode.workspace.getWorkspaceFolder(uri)),
    onDidChange: changed.event,
    dispose() {
      delay.cancel()
      folders.dispose()
      settings.dispose()
      saves.dispose()
      changed.dispose()
      for (const key of [...loaded.keys()]) forget(key)
    },
  }
}

/** What can be inserted, in a language. */
function offered(inFolder: Workspaces['in'], builtIn: BuiltIn): Pick<Workspaces, 'templatesIn' | 'documentsIn'> {
  return {
    async templatesIn(folder, language) {
      const [{ templates }, fragments] = await Promise.all([
        inFolder(folder),
        builtIn.fragments(),
        builtIn.loadLanguage(language),
      ])
      const ids = new Set(templates.map(({ id }) => id))
      const all: readonly OfferedTemplate[] = [...templates, ...fragments.filter(({ id }) => !ids.has(id))]
      return all.map((template) => templateIn(template, language))
    },
    async documentsIn(folder, language) {
      const [{ templates }] = await Promise.all([inFolder(folder), builtIn.loadLanguage(language)])
      return templates.filter(({ type }) => type).map((template) => templateIn(template, language))
    },
  }
}

async function readWorkspace(
  folder: vscode.WorkspaceFolder | undefined,
  builtIn: BuiltIn,
): Promise<{ workspace: Workspace; globs: readonly string[] }> {
  const setting: unknown = vscode.workspace.getConfiguration('designDocs', folder ?? null).get('templates')
  const [types, files] = await Promise.all([
    builtIn.types(),
    folder && readTeamFiles(accessTo(folder.uri), templateGlobs(setting)),
  ])
  const steps = workspaceSteps({ ...files, builtIn: types, rules, engines: syntaxes, resolve: resolveVariable })
  return { workspace: await inTurns(steps), globs: files?.globs ?? [] }
}

function accessTo(folder: vscode.Uri): TeamFolderAccess {
  const uriOf = (path: string) => (path === '' ? folder : vscode.Uri.joinPath(folder, path))
  return { list: (path) => entriesOf(uriOf(path)), read: (path) => readText(uriOf(path)) }
}

async function entriesOf(folder: vscode.Uri): ReturnType<ListFolder> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder)
    return entries
      .filter(([, type]) => type !== (vscode.FileType.Directory | vscode.FileType.SymbolicLink))
      .map(([name, type]) => ({ name, isFolder: type === vscode.FileType.Directory }))
  } catch {
    return []
  }
}

/** Undefined if the file does not exist or cannot be read. */
export async function readText(file: vscode.Uri): Promise<string | undefined> {
  try {
    return decode(await vscode.workspace.fs.readFile(file))
  } catch {
    return undefined
  }
}
