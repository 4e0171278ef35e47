/** Lets rules read files beside a document, and finds the documents that a changed file affects. */

import * as vscode from 'vscode'
import { createReadership, type FileChange, type Readership } from '../core/lint/readership.ts'
import type { RuleHost } from '../core/lint/rule.ts'
import { isInside } from '../core/text/insidePath.ts'
import { createDelay, type Delay } from './platform.ts'
import { readText } from './workspaces.ts'

/** A document whose result depends on other files: an open one, or a file. */
export interface Reader {
  readonly uri: vscode.Uri
  /** Whether its results are no longer needed. */
  readonly isClosed: boolean
}

/** The files beside the documents, as rules see them, and which results depend on them. */
export interface Neighbours<R extends Reader> extends vscode.Disposable {
  /**
   * What rules may see of the workspace folder that contains a document; nothing for a document outside. New requests
   * replace those recorded for the document before.
   */
  around(document: R): Pick<RuleHost, 'files'>
  /** Discards the requests recorded for this document. */
  forget(document: R): void
  /** Fires with the documents whose results depend on changed files, once for changes that belong together. */
  readonly onDidChange: vscode.Event<readonly R[]>
}

/** Longest neighbouring file that is read, in bytes. */
const largest = 2_000_000
/** Milliseconds. Changes that follow each other faster are handled together, such as those of a branch switch. */
const rest = 100

/** Who has read what, which folders are watched for it, and which results are outdated. */
interface Known<R extends Reader> {
  readonly readership: Readership<R>
  /** The workspace folders in which documents have read something, with their watchers. */
  readonly watchers: Map<string, { readonly readers: Set<R>; readonly watcher: vscode.Disposable }>
  readonly outdated: Set<R>
  readonly changed: vscode.EventEmitter<readonly R[]>
  readonly delay: Delay
}

/** Creates the neighbours. Nothing is watched before a file was read. */
export function createNeighbours<R extends Reader>(): Neighbours<R> {
  const known: Known<R> = {
    readership: createReadership(),
    watchers: new Map(),
    outdated: new Set(),
    changed: new vscode.EventEmitter(),
    delay: createDelay(),
  }
  const listeners = vscode.Disposable.from(
    known.changed,
    // Unsaved text counts until its editor is closed.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) note(known, document.uri, 'content')
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.isDirty) note(known, document.uri, 'content')
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => note(known, uri, 'content')),
  )
  return {
    around(document) {
      known.readership.forget(document)
      const folder = vscode.workspace.getWorkspaceFolder(document.uri)
      if (folder) return { files: filesFor(known, document, folder) }
      forget(known, document)
      return {}
    },
    forget: (document) => forget(known, document),
    onDidChange: known.changed.event,
    dispose() {
      known.delay.cancel()
      listeners.dispose()
      for (const { watcher } of known.watchers.values()) watcher.dispose()
      known.watchers.clear()
    },
  }
}

/** The files of a folder, with every request recorded. */
function filesFor<R extends Reader>(
  known: Known<R>,
  document: R,
  folder: vscode.WorkspaceFolder,
): NonNullable<RuleHost['files']> {
  const ask = (path: string, how: 'read' | 'list') => {
    if (!isInside(path)) return undefined
    const place = vscode.Uri.joinPath(folder.uri, path)
    if (!document.isClosed) {
      follow(known, document, folder)
      known.readership[how](document, place.toString())
    }
    return place
  }
  return {
    async list(path) {
      const place = ask(path, 'list')
      return place ? listFiles(place) : []
    },
    async read(path) {
      const place = ask(path, 'read')
      return place && readCurrent(place)
    },
  }
}

/** Handles a file that was created, deleted or changed. */
function note<R extends Reader>(
  { readership, outdated, changed, delay }: Known<R>,
  uri: vscode.Uri,
  change: FileChange,
): void {
  const found = readership.of(uri.toString(), change)
  if (found.length === 0) return
  for (const document of found) outdated.add(document)
  delay.start(rest, () => {
    const documents = [...outdated].filter(({ isClosed }) => !isClosed)
    outdated.clear()
    changed.fire(documents)
  })
}

function follow<R extends Reader>(known: Known<R>, document: R, folder: vscode.WorkspaceFolder): void {
  const key = folder.uri.toString()
  const entry = known.watchers.get(key) ?? { readers: new Set(), watcher: watch(known, folder) }
  known.watchers.set(key, entry)
  entry.readers.add(document)
}

function watch<R extends Reader>(known: Known<R>, folder: vscode.WorkspaceFolder): vscode.Disposable {
  // VS Code watches the workspace anyway. Folders are included, since a deleted folder gives no events for its files.
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'))
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => note(known, uri, 'presence')),
    watcher.onDidDelete((uri) => note(known, uri, 'presence')),
    watcher.onDidChange((uri) => note(known, uri, 'content')),
  )
}

function forget<R extends Reader>({ readership, watchers }: Known<R>, document: R): void {
  readership.forget(document)
  for (const [key, { readers, watcher }] of watchers) {
    if (!readers.delete(document) || readers.size > 0) continue
    watcher.dispose()
    watchers.delete(key)
  }
}

async function listFiles(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => [])
  return entries.flatMap(([name, kind]) => (kind & vscode.FileType.File ? [name] : []))
}

/** Undefined if the file does not exist or is too long. */
async function readCurrent(file: vscode.Uri): Promise<string | undefined> {
  // An open document may have unsaved text.
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString())
  if (open) return open.getText()
  try {
    const { size } = await vscode.workspace.fs.stat(file)
    return size > largest ? undefined : readText(file)
  } catch {
    return undefined
  }
}
