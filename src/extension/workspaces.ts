import * as vscode from 'vscode'
import {
  configPath,
  createWorkspace,
  templatesPath,
  type Workspace,
  type WorkspaceFile,
  type WorkspaceTemplate,
} from '../core/workspace.ts'
import { rules } from '../generated/rules.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { type BuiltIn, resolveVariable } from './builtIn.ts'
import { createDelay, decode } from './platform.ts'

/** The team's files of each workspace folder, always as they are on the disk. */
export interface Workspaces extends vscode.Disposable {
  /** What holds for a document; the built-in types alone where it lies in no workspace folder. */
  of(uri: vscode.Uri): Promise<Workspace>
  /** What holds in a folder. */
  in(folder: vscode.WorkspaceFolder | undefined): Promise<Workspace>
  /** What can be inserted in a folder: all templates, those of the team first. */
  templatesIn(folder: vscode.WorkspaceFolder | undefined): Promise<readonly OfferedTemplate[]>
  /** The team's files of a folder changed, or folders came and went. */
  readonly onDidChange: vscode.Event<void>
}

export interface OfferedTemplate extends WorkspaceTemplate {
  /** What kind of piece it is, such as `diagrams`; absent for a document and for a template of the team. */
  readonly group?: string
}

interface Loaded {
  readonly workspace: Promise<Workspace>
  readonly watcher: vscode.Disposable
}

/** A save is several events; what follows within this many milliseconds belongs together. */
const rest = 30

/** Create the workspaces. Nothing is read until something is asked for. */
export function createWorkspaces(builtIn: BuiltIn): Workspaces {
  const loaded = new Map<string, Loaded>()
  const changed = new vscode.EventEmitter<void>()
  const delay = createDelay()
  const tell = () => delay.start(rest, () => changed.fire())

  const forget = (key: string) => {
    loaded.get(key)?.watcher.dispose()
    loaded.delete(key)
  }

  const inFolder: Workspaces['in'] = (folder) => {
    const key = folder?.uri.toString() ?? ''
    const known = loaded.get(key)
    if (known) return known.workspace
    const reload = () => {
      const before = loaded.get(key)
      if (before) loaded.set(key, { ...before, workspace: readWorkspace(folder, builtIn) })
      tell()
    }
    const entry = { workspace: readWorkspace(folder, builtIn), watcher: watch(folder, reload) }
    loaded.set(key, entry)
    return entry.workspace
  }

  const folders = vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => {
    for (const { uri } of removed) forget(uri.toString())
    tell()
  })

  return {
    in: inFolder,
    async templatesIn(folder) {
      const [{ templates }, fragments] = await Promise.all([inFolder(folder), builtIn.fragments()])
      const ids = new Set(templates.map(({ id }) => id))
      return [...templates, ...fragments.filter(({ id }) => !ids.has(id))]
    },
    of: (uri) => inFolder(vscode.workspace.getWorkspaceFolder(uri)),
    onDidChange: changed.event,
    dispose() {
      delay.cancel()
      folders.dispose()
      changed.dispose()
      for (const key of [...loaded.keys()]) forget(key)
    },
  }
}

function watch(folder: vscode.WorkspaceFolder | undefined, reload: () => void): vscode.Disposable {
  if (!folder) return new vscode.Disposable(() => undefined)
  // The folder itself too: one that is moved away tells nothing of its files.
  const pattern = new vscode.RelativePattern(folder, '{.design-docs,.design-docs/**}')
  const watcher = vscode.workspace.createFileSystemWatcher(pattern)
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(reload),
    watcher.onDidChange(reload),
    watcher.onDidDelete(reload),
  )
}

async function readWorkspace(folder: vscode.WorkspaceFolder | undefined, builtIn: BuiltIn): Promise<Workspace> {
  const [types, configText, templates] = await Promise.all([
    builtIn.types(),
    folder && readText(vscode.Uri.joinPath(folder.uri, configPath)),
    folder ? readTemplates(folder.uri) : [],
  ])
  return createWorkspace({ configText, templates, builtIn: types, rules, engines: syntaxes, resolve: resolveVariable })
}

async function readTemplates(folder: vscode.Uri): Promise<readonly WorkspaceFile[]> {
  const names = await namesIn(vscode.Uri.joinPath(folder, templatesPath))
  const paths = names.filter((name) => /\.(?:md|markdown)$/i.test(name)).map((name) => `${templatesPath}/${name}`)
  const texts = await Promise.all(paths.map((path) => readText(vscode.Uri.joinPath(folder, path))))
  return paths.flatMap((path, index) => {
    const text = texts[index]
    return text === undefined ? [] : [{ path, text }]
  })
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder)
    return entries.filter(([, type]) => type & vscode.FileType.File).map(([name]) => name)
  } catch {
    return []
  }
}

/** Undefined for a file that is not there or cannot be read. */
export async function readText(file: vscode.Uri): Promise<string | undefined> {
  try {
    return decode(await vscode.workspace.fs.readFile(file))
  } catch {
    return undefined
  }
}
