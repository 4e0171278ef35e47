/** Asks VS Code's git extension for repositories, branches and the author. */

import * as vscode from 'vscode'

/** What we need of the API of the built-in git extension, version 1. */
interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null
}

export interface Repository {
  readonly rootUri: vscode.Uri
  readonly state: { readonly HEAD?: { readonly name?: string; readonly commit?: string } }
  /** Of the repository's own configuration; rejects or gives nothing where the key is not set. */
  getConfig(key: string): Promise<string>
  getGlobalConfig(key: string): Promise<string>
  getBranches(query: { remote: boolean; count: number; sort: string }): Promise<readonly { readonly name?: string }[]>
  /** What the second has changed since it left the first. */
  diffBetween(
    ref1: string,
    ref2: string,
  ): Promise<readonly { readonly uri: vscode.Uri; readonly renameUri?: vscode.Uri }[]>
}

/** The repository that holds a file or folder; undefined where there is none. Nobody's git is started for this. */
export function repositoryOf(uri: vscode.Uri): Repository | undefined {
  const git = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git')
  const api = git?.isActive && git.exports.enabled ? git.exports.getAPI(1) : undefined
  return api?.getRepository(uri) ?? undefined
}

const authors = new WeakMap<Repository, Promise<string | undefined>>()

/** Who commits to the repository of a document, after `user.name` of git; undefined where git does not know. */
export async function authorOf(uri: vscode.Uri): Promise<string | undefined> {
  const repository = repositoryOf(uri)
  if (!repository) return undefined
  const known = authors.get(repository) ?? readAuthor(repository)
  authors.set(repository, known)
  return known
}

async function readAuthor(repository: Repository): Promise<string | undefined> {
  const own = await repository.getConfig('user.name').catch(() => '')
  const name = own || (await repository.getGlobalConfig('user.name').catch(() => ''))
  return name.trim() || undefined
}
