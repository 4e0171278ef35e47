/** Keeps a list of the design documents of the workspace, reading only what changed. */

import * as vscode from 'vscode'
import { createWorkQueue, type WorkQueue } from '../core/data/workQueue.ts'
import { isMarkdown } from '../core/text/isMarkdown.ts'
import { type DesignFile, readDesign } from './designFile.ts'
import { type DocumentChanges, watchDocuments } from './documentChanges.ts'
import { committedAt } from './git.ts'
import type { LintUpdates } from './lintUpdates.ts'
import type { Reader } from './neighbours.ts'
import { pathOf } from './paths.ts'
import { createDelay, type Delay, now } from './platform.ts'
import type { Service } from './service.ts'
import { type FolderFiles, filesOf } from './workspaceFiles.ts'

/** The design documents of the workspace, open or not. Nothing is read before the first request. */
export interface WorkspaceDocuments extends vscode.Disposable {
  /** As last read, by URI. */
  readonly designs: ReadonlyMap<string, DesignFile>
  /** The number of Markdown files, design documents or not. */
  readonly fileCount: number
  /** Whether everything has been read once. */
  readonly isComplete: boolean
  /** Keeps the list up to date until the result is disposed of. */
  follow(): vscode.Disposable
  /** Reads what is new or has changed. What a cancelled update leaves is read the next time. */
  update(options?: UpdateOptions): Promise<void>
  /** Reads everything again. */
  forget(): void
  /** Fires with the URIs of changed entries; an empty set means that the list has not changed. */
  readonly onDidChange: vscode.Event<ReadonlySet<string>>
}

export interface UpdateOptions {
  readonly isWanted?: () => boolean
  /** Called now and then, with the number of files read and the number of all files. */
  readonly onProgress?: (done: number, all: number) => void
}

/** Milliseconds. Changes that follow each other faster are handled together, such as those of a branch switch. */
const rest = 150
/** Milliseconds between updates of the list while many files are read. */
const tellEvery = 400

/** A Markdown file in the list. */
interface KnownFile extends Reader {
  isClosed: boolean
  /** The number of readings so far: of two at the same time, the later one counts. */
  readings: number
}

interface State {
  readonly service: Service
  readonly files: Map<string, KnownFile>
  readonly designs: Map<string, DesignFile>
  /** The latest listing of each folder. */
  folders: ReadonlyMap<string, FolderFiles>
  /** Changes reported while the folders are being listed. */
  late: vscode.Uri[] | undefined
  listing: Promise<void> | undefined
  readonly queue: WorkQueue
  /** Documents whose last commit is to be looked up once all are read. */
  readonly undated: WorkQueue
  /** The last commit of each file, with the modification time of the version it applies to, in milliseconds. */
  readonly commits: Map<string, { readonly written: number; readonly committed: Date }>
  readonly delay: Delay
  readonly changed: vscode.EventEmitter<ReadonlySet<string>>
  /** URIs of entries that changed since the last event. */
  news: Set<string>
  lastTold: number
  /** Whether the list of files is up to date. */
  isListed: boolean
  isComplete: boolean
  followers: number
  readonly progress: Set<() => void>
}

/** Creates the list. */
export function createWorkspaceDocuments(service: Service, lintUpdates: LintUpdates): WorkspaceDocuments {
  const state: State = {
    service,
    files: new Map(),
    designs: new Map(),
    folders: new Map(),
    late: undefined,
    listing: undefined,
    queue: createWorkQueue((key) => read(state, key)),
    undated: createWorkQueue((key) => findAge(state, key), 1),
    delay: createDelay(),
    commits: new Map(),
    changed: new vscode.EventEmitter(),
    news: new Set(),
    lastTold: 0,
    isListed: false,
    isComplete: false,
    followers: 0,
    progress: new Set(),
  }
  let watching: vscode.Disposable | undefined
  const begin = () => {
    watching ??= watchDocuments(service, lintUpdates, changesOf(state))
  }
  return {
    designs: state.designs,
    get fileCount() {
      return state.files.size
    },
    get isComplete() {
      return state.isComplete
    },
    follow() {
      begin()
      state.followers++
      schedule(state)
      let isFollowing = true
      return new vscode.Disposable(() => {
        if (isFollowing) state.followers--
        isFollowing = false
      })
    },
    update(options) {
      begin()
      return update(state, options)
    },
    forget() {
      state.isListed = false
      for (const key of state.files.keys()) state.queue.add(key)
      schedule(state)
    },
    onDidChange: state.changed.event,
    dispose() {
      state.delay.cancel()
      watching?.dispose()
      state.changed.dispose()
      for (const key of [...state.files.keys()]) drop(state, key)
    },
  }
}

/** How each kind of change is handled. */
function changesOf(state: State): DocumentChanges {
  const listAnew = () => {
    state.isListed = false
    schedule(state)
  }
  return {
    changed: (uri) => note(state, uri),
    created(uri) {
      const path = pathOf(uri)
      // A folder may appear together with its files, which give no events of their own.
      if (path !== undefined && mayBeFolder(path) && listOf(state, uri)?.includes(`${path}/_.md`)) listAnew()
      else note(state, uri)
    },
    deleted(uri) {
      // A deleted folder gives no events for its files.
      const key = uri.toString()
      const gone = isMarkdown(uri.path) ? [key] : [...state.files.keys()].filter((each) => each.startsWith(`${key}/`))
      for (const each of gone) drop(state, each)
      if (gone.length > 0) schedule(state)
    },
    filesChanged: listAnew,
    rulesChanged() {
      for (const key of state.files.keys()) state.queue.add(key)
      listAnew()
    },
  }
}

/** Queues a file to be read, if it belongs to the list. */
function note(state: State, uri: vscode.Uri): void {
  state.late?.push(uri)
  const key = uri.toString()
  const path = pathOf(uri)
  if (state.files.has(key)) state.queue.add(key)
  else if (path !== undefined && listOf(state, uri)?.includes(path)) add(state, key, uri)
  else return
  schedule(state)
}

const listOf = ({ folders }: State, uri: vscode.Uri): FolderFiles | undefined =>
  folders.get(vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '')

/** Whether the name has no extension. */
const mayBeFolder = (path: string): boolean => !path.slice(path.lastIndexOf('/') + 1).includes('.')

function add(state: State, key: string, uri: vscode.Uri): void {
  state.files.set(key, { uri, isClosed: false, readings: 0 })
  state.queue.add(key)
}

/** Removes a file from the list. */
function drop(state: State, key: string): void {
  const file = state.files.get(key)
  if (!file) return
  file.isClosed = true
  state.service.forgetFile(file)
  state.files.delete(key)
  state.queue.remove(key)
  state.undated.remove(key)
  if (state.designs.delete(key)) state.news.add(key)
}

/** Without followers nothing is read until the next update. */
function schedule(state: State): void {
  if (state.followers === 0) return
  state.delay.start(rest, () => {
    update(state).catch((error: unknown) => state.service.log.error(`Documents of the workspace: ${String(error)}`))
  })
}

async function update(state: State, { isWanted = () => true, onProgress }: UpdateOptions = {}): Promise<void> {
  if (!state.isListed)
    state.listing ??= listFiles(state).finally(() => {
      state.listing = undefined
    })
  await state.listing
  const tellProgress = () => onProgress?.(state.files.size - state.queue.waiting, state.files.size)
  state.progress.add(tellProgress)
  try {
    while (state.queue.waiting > 0 && isWanted()) await state.queue.run(isWanted)
  } finally {
    state.progress.delete(tellProgress)
  }
  if (state.queue.waiting === 0) state.isComplete = true
  tell(state)
  // Not awaited: git may be slow.
  void state.undated.run(() => state.queue.waiting === 0).then(() => state.news.size > 0 && tell(state))
}

async function listFiles(state: State): Promise<void> {
  state.isListed = true
  state.late = []
  const folders = vscode.workspace.workspaceFolders ?? []
  const found = new Map<string, vscode.Uri>()
  const lists = new Map<string, FolderFiles>()
  for (const folder of folders) {
    const list = await filesOf(folder)
    lists.set(folder.uri.toString(), list)
    for (const uri of list.files) found.set(uri.toString(), uri)
  }
  state.folders = lists
  for (const key of [...state.files.keys()]) if (!found.has(key)) drop(state, key)
  for (const [key, uri] of found) {
    if (!state.files.has(key)) add(state, key, uri)
  }
  const { late } = state
  state.late = undefined
  for (const uri of late) note(state, uri)
}

async function read(state: State, key: string): Promise<void> {
  const file = state.files.get(key)
  if (!file) return
  const reading = ++file.readings
  const design = await readDesign(state.service, file).catch((error: unknown) => {
    state.service.log.error(`Review of ${key}: ${String(error)}`)
    return undefined
  })
  if (file.isClosed || file.readings !== reading) return
  if (design) state.designs.set(key, withAge(state, key, design))
  if (design || state.designs.delete(key)) state.news.add(key)
  for (const tellProgress of state.progress) tellProgress()
  if (now() - state.lastTold > tellEvery) tell(state)
}

/** Adds the date of the last commit if it is known for this version of the file; otherwise queues the lookup. */
function withAge(state: State, key: string, design: DesignFile): DesignFile {
  const { lastChange } = design.entry
  const known = state.commits.get(key)
  if (known && known.written === lastChange?.getTime())
    return { ...design, entry: { ...design.entry, lastChange: known.committed } }
  if (lastChange) state.undated.add(key)
  return design
}

/** Looks up the last commit, since after a branch switch all files have today's modification time. */
async function findAge(state: State, key: string): Promise<void> {
  const design = state.designs.get(key)
  const written = design?.entry.lastChange?.getTime()
  const committed = design && (await committedAt(design.uri).catch(() => undefined))
  // If the document was read again in the meantime, its commit is looked up again too.
  if (!committed || written === undefined || state.designs.get(key) !== design) return
  state.commits.set(key, { written, committed })
  state.designs.set(key, withAge(state, key, design))
  state.news.add(key)
  if (now() - state.lastTold > tellEvery) tell(state)
}

function tell(state: State): void {
  state.lastTold = now()
  const { news } = state
  state.news = new Set()
  state.changed.fire(news)
}
