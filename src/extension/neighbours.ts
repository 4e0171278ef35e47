/** Lets rules read files beside a document, and tells which documents a changed file concerns. */

import * as vscode from 'vscode'
import { createReadership, type FileChange, type Readership } from '../core/lint/readership.ts'
import type { RuleHost } from '../core/lint/rule.ts'
import { isInside } from '../core/text/insidePath.ts'
import { createDelay, type Delay, decode } from './platform.ts'

/** A document that is judged by others: an open one, or a file. */
export interface Reader {
  readonly uri: vscode.Uri
  /** Nobody wants to know of it any more. */
  readonly isClosed: boolean
}

/** The files beside the documents, as rules see them, and which documents were judged by which of them. */
export interface Neighbours<R extends Reader> extends vscode.Disposable {
  /**
   * What a rule may see of the workspace folder that holds a document; nothing for a document outside. What it asks for
   * counts in place of what was asked for this document before.
   */
  around(document: R): Pick<RuleHost, 'files'>
  /** What was asked for this document does not count any more. */
  forget(document: R): void
  /** The documents that were judged by files that are different now. Comes once for what changes together. */
  readonly onDidChange: vscode.Event<readonly R[]>
}

/** Longest file that is read for what it says of another, in bytes. */
const largest = 2_000_000
/** Changes that follow each other within this many milliseconds belong together, as those of a branch switch. */
const rest = 100

/** Who read what, which folders are watched for it, and which documents are to be judged anew. */
interface Known<R extends Reader> {
  readonly readership: Readership<R>
  /** The workspace folders in which documents have asked for something, with their watchers. */
  readonly watchers: Map<string, { readonly readers: Set<R>; readonly watcher: vscode.Disposable }>
  readonly outdated: Set<R>
  readonly changed: vscode.EventEmitter<readonly R[]>
  readonly delay: Delay
}

/** Create the neighbours. Nothing is watched before something was read. */
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
    // Text that is not saved counts, and no longer does when its editor is closed.
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

/** The files of a folder, with a note of what is asked for. */
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
      return place && readText(place)
    },
  }
}

/** A file came, went or changed. */
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
  // The workspace is watched by VS Code anyway. Folders count too: of one that goes nothing is told of its files.
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

/** Undefined for a file that is not there, or is too long to be read for what it says of another. */
async function readText(file: vscode.Uri): Promise<string | undefined> {
  // What is open may say more than what is saved.
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString())
  if (open) return open.getText()
  try {
    const { size } = await vscode.workspace.fs.stat(file)
    return size > largest ? undefined : decode(await vscode.workspace.fs.readFile(file))
  } catch {
    return undefined
  }
}
