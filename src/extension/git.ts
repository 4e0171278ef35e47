/** Queries VS Code's git extension for repositories, branches and the author. */

import * as vscode from 'vscode'
import { within } from './platform.ts'

/** The part that we use of the built-in git extension's API, version 1. */
interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null
}

/** A file that differs from its last commit. */
interface Change {
  readonly uri: vscode.Uri
}

interface RepositoryState {
  readonly HEAD?: { readonly name?: string; readonly commit?: string }
  readonly indexChanges: readonly Change[]
  readonly workingTreeChanges: readonly Change[]
  readonly untrackedChanges: readonly Change[]
}

export interface Repository {
  readonly rootUri: vscode.Uri
  readonly state: RepositoryState
  /** From the repository's own configuration; rejects or returns nothing if the key is not set. */
  getConfig(key: string): Promise<string>
  getGlobalConfig(key: string): Promise<string>
  getBranches(query: { remote: boolean; count: number; sort: string }): Promise<readonly { readonly name?: string }[]>
  /** The commits that changed a file, newest first. @param options `path` is a file system path */
  log(options: { maxEntries: number; path: string }): Promise<readonly { readonly commitDate?: Date }[]>
  /** The changes in `ref2` since it branched off from `ref1`. */
  diffBetween(
    ref1: string,
    ref2: string,
  ): Promise<readonly { readonly uri: vscode.Uri; readonly renameUri?: vscode.Uri }[]>
}

/** The repository that contains a file or folder; undefined if there is none. Does not activate the git extension. */
export function repositoryOf(uri: vscode.Uri): Repository | undefined {
  const git = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git')
  const api = git?.isActive && git.exports.enabled ? git.exports.getAPI(1) : undefined
  return api?.getRepository(uri) ?? undefined
}

/** In milliseconds. A repository that takes longer to find a file's last commit is not asked again. */
const patience = 3_000
const slow = new WeakSet<Repository>()

/** The date of a file's last commit; undefined if git does not know, is too slow, or the file has changed since. */
export async function committedAt(uri: vscode.Uri): Promise<Date | undefined> {
  const repository = repositoryOf(uri)
  if (!repository || slow.has(repository)) return undefined
  const { indexChanges, workingTreeChanges, untrackedChanges = [] } = repository.state
  const key = uri.toString()
  if (
    [indexChanges, workingTreeChanges, untrackedChanges].some((some) =>
      some.some((each) => each.uri.toString() === key),
    )
  )
    return undefined
  const log = repository.log({ maxEntries: 1, path: uri.fsPath }).catch(() => [])
  const commits = await within(patience, log, undefined)
  if (!commits) slow.add(repository)
  return commits?.[0]?.commitDate
}

const authors = new WeakMap<Repository, Promise<string | undefined>>()

/** The author's name for the repository of a document, from git's `user.name`; undefined if it is not set. */
export async function authorOf(uri: vscode.Uri): Promise<string | undefined> {
  const repository = repositoryOf(uri)
  if (!repository) return undefined
  const known = authors.get(repository) ?? readAuthor(repository)
  authors.set(repository, known)
  const name = await known
  // It may be set at any time, while a name hardly ever changes.
  if (name === undefined) authors.delete(repository)
  return name
}

async function readAuthor(repository: Repository): Promise<string | undefined> {
  const own = await repository.getConfig('user.name').catch(() => '')
  const name = own || (await repository.getGlobalConfig('user.name').catch(() => ''))
  return name.trim() || undefined
}
