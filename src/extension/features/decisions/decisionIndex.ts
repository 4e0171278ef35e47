/** Keeps the decisions of each folder, and reads them again when files change. */

import * as vscode from 'vscode'
import { isRecordName } from '../../../core/decisions/fileName.ts'
import { readHead } from '../../../core/decisions/neighbour.ts'
import { type Decision, readDecision } from '../../../core/decisions/record.ts'
import { markdownGlob } from '../../../core/text/isMarkdown.ts'
import { folderOf } from '../../paths.ts'
import { decode, giveWay } from '../../platform.ts'

/** The decisions of folders, as on disk or in an editor. */
export interface DecisionIndex extends vscode.Disposable {
  /** Reads them on first use, and again after a file of the folder was created, changed or deleted. */
  in(folder: vscode.Uri): Promise<readonly Decision[]>
}

/** Maximum number of files in a folder, bytes in a file, and folders kept. */
const limits = { files: 1000, bytes: 200 * 1024, folders: 16 }

interface Folder {
  readonly watcher: vscode.Disposable
  /** The names of the files that were read, one per line. */
  names: string
  /** Absent if a file has changed since. */
  decisions: Promise<readonly Decision[]> | undefined
}

interface Entry {
  readonly stamp: string
  readonly decision: Decision | undefined
}

/** Folders and files by URI. */
interface Known {
  readonly folders: Map<string, Folder>
  readonly entries: Map<string, Entry>
}

/** Creates the index. Nothing is read or watched before the first request. */
export function createDecisionIndex(): DecisionIndex {
  const known: Known = { folders: new Map(), entries: new Map() }
  // A renamed folder gives no events for its files. Unchanged files are not read again.
  const renaming = vscode.workspace.onDidRenameFiles(() => {
    for (const folder of known.folders.values()) folder.decisions = undefined
  })
  return {
    async in(folder) {
      const onDisk = new Map((await decisionsOnDisk(known, folder)).map((decision) => [decision.name, decision]))
      for (const document of vscode.workspace.textDocuments) {
        if (!document.isDirty || folderOf(document.uri).toString() !== folder.toString()) continue
        const decision = toDecision(document.getText(), document.uri)
        if (decision && isRecordName(decision.name)) onDisk.set(decision.name, decision)
      }
      return [...onDisk.values()].toSorted((a, b) => (a.number ?? 1e9) - (b.number ?? 1e9))
    },
    dispose() {
      renaming.dispose()
      for (const key of [...known.folders.keys()]) drop(known, key)
    },
  }
}

async function decisionsOnDisk(known: Known, folder: vscode.Uri): Promise<readonly Decision[]> {
  const { folders, entries } = known
  const key = folder.toString()
  const entry = folders.get(key) ?? watch(folder)
  folders.set(key, entry)
  const [oldest] = folders.keys()
  if (folders.size > limits.folders && oldest !== undefined) drop(known, oldest)
  // A watcher takes a moment to start, and never reports earlier changes.
  const names = await namesIn(folder)
  if (entry.names !== names.join('\n')) entry.decisions = undefined
  entry.names = names.join('\n')
  entry.decisions ??= readFiles(entries, folder, names)
  return entry.decisions
}

function watch(folder: vscode.Uri): Folder {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, markdownGlob))
  const forget = () => {
    entry.decisions = undefined
  }
  const entry: Folder = {
    names: '',
    decisions: undefined,
    watcher: vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(forget),
      watcher.onDidChange(forget),
      watcher.onDidDelete(forget),
    ),
  }
  return entry
}

function drop({ folders, entries }: Known, key: string): void {
  folders.get(key)?.watcher.dispose()
  folders.delete(key)
  for (const file of entries.keys()) if (file.startsWith(`${key}/`)) entries.delete(file)
}

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  const listed = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => [])
  const names = listed.map(([name]) => name).filter(isRecordName)
  return names.toSorted().slice(0, limits.files)
}

async function readFiles(
  entries: Known['entries'],
  folder: vscode.Uri,
  names: readonly string[],
): Promise<readonly Decision[]> {
  const found: Decision[] = []
  for (const name of names) {
    const decision = await readFile(entries, vscode.Uri.joinPath(folder, name))
    if (decision) found.push(decision)
    await giveWay()
  }
  return found
}

async function readFile(entries: Known['entries'], file: vscode.Uri): Promise<Decision | undefined> {
  try {
    const { mtime, size, type } = await vscode.workspace.fs.stat(file)
    if (size > limits.bytes || !(type & vscode.FileType.File)) return undefined
    const stamp = `${mtime} ${size}`
    const known = entries.get(file.toString())
    // Some file systems have no modification times.
    if (mtime > 0 && known?.stamp === stamp) return known.decision
    const decision = toDecision(decode(await vscode.workspace.fs.readFile(file)), file)
    entries.set(file.toString(), { stamp, decision })
    return decision
  } catch {
    // Deleted in the meantime, or not readable.
    return undefined
  }
}

/** Reads only the beginning, which has all that matters. Undefined if there is neither number nor status. */
function toDecision(text: string, file: vscode.Uri): Decision | undefined {
  const decision = readDecision(readHead(text), file.path)
  return decision.number === undefined && decision.status === undefined ? undefined : decision
}
