import * as vscode from 'vscode'
import { createReadership, type FileChange } from '../core/lint/readership.ts'
import type { RuleHost } from '../core/lint/rule.ts'
import { isInside } from '../core/text/insidePath.ts'
import { createDelay, decode } from './platform.ts'

/** The files beside the documents, as rules see them, and which documents were judged by which of them. */
export interface Neighbours extends vscode.Disposable {
  /**
   * What a rule may see of the workspace folder that holds a document; nothing for a document outside. What it asks for
   * counts in place of what was asked for this document before.
   */
  around(document: vscode.TextDocument): Pick<RuleHost, 'files'>
  /** The documents that were judged by files that are different now. Comes once for what changes together. */
  readonly onDidChange: vscode.Event<readonly vscode.TextDocument[]>
}

/** Longest file that is read for what it says of another, in bytes. */
const largest = 2_000_000
/** Changes that follow each other within this many milliseconds belong together, as those of a branch switch. */
const rest = 100

/** Create the neighbours. Nothing is watched before something was read. */
export function createNeighbours(): Neighbours {
  const readership = createReadership<vscode.TextDocument>()
  /** The workspace folders in which documents have asked for something, with their watchers. */
  const watchers = new Map<
    string,
    { readonly readers: Set<vscode.TextDocument>; readonly watcher: vscode.Disposable }
  >()
  const changed = new vscode.EventEmitter<readonly vscode.TextDocument[]>()
  const outdated = new Set<vscode.TextDocument>()
  const delay = createDelay()

  const note = (uri: vscode.Uri, change: FileChange) => {
    const found = readership.of(uri.toString(), change)
    if (found.length === 0) return
    for (const document of found) outdated.add(document)
    delay.start(rest, () => {
      const documents = [...outdated].filter(({ isClosed }) => !isClosed)
      outdated.clear()
      changed.fire(documents)
    })
  }

  const watch = (folder: vscode.WorkspaceFolder): vscode.Disposable => {
    // The workspace is watched by VS Code anyway. Folders count too: of one that goes nothing is told of its files.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'))
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => note(uri, 'presence')),
      watcher.onDidDelete((uri) => note(uri, 'presence')),
      watcher.onDidChange((uri) => note(uri, 'content')),
    )
  }

  const follow = (document: vscode.TextDocument, folder: vscode.WorkspaceFolder) => {
    const key = folder.uri.toString()
    const known = watchers.get(key) ?? { readers: new Set(), watcher: watch(folder) }
    watchers.set(key, known)
    known.readers.add(document)
  }

  const forget = (document: vscode.TextDocument) => {
    readership.forget(document)
    for (const [key, { readers, watcher }] of watchers) {
      if (!readers.delete(document) || readers.size > 0) continue
      watcher.dispose()
      watchers.delete(key)
    }
  }

  const listeners = vscode.Disposable.from(
    changed,
    // Text that is not saved counts, and no longer does when its editor is closed.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) note(document.uri, 'content')
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.isDirty) note(document.uri, 'content')
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      forget(document)
      note(document.uri, 'content')
    }),
  )

  return {
    around(document) {
      readership.forget(document)
      const folder = vscode.workspace.getWorkspaceFolder(document.uri)
      if (!folder) {
        forget(document)
        return {}
      }
      const ask = (path: string, how: 'read' | 'list') => {
        if (!isInside(path)) return undefined
        const place = vscode.Uri.joinPath(folder.uri, path)
        if (!document.isClosed) {
          follow(document, folder)
          readership[how](document, place.toString())
        }
        return place
      }
      return {
        files: {
          async list(path) {
            const place = ask(path, 'list')
            return place ? listFiles(place) : []
          },
          async read(path) {
            const place = ask(path, 'read')
            return place && readText(place)
          },
        },
      }
    },
    onDidChange: changed.event,
    dispose() {
      delay.cancel()
      listeners.dispose()
      for (const { watcher } of watchers.values()) watcher.dispose()
      watchers.clear()
    },
  }
}

async function listFiles(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => [])
  return entries.flatMap(([name, kind]) => (kind & vscode.FileType.File ? [name] : []))
}

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
