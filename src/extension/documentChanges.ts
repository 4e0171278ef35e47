/** Watches everything that can change the list of the workspace's documents. */

import * as vscode from 'vscode'
import type { LintUpdates } from './lintUpdates.ts'
import type { Service } from './service.ts'

/** Callbacks for changes. */
export interface DocumentChanges {
  /** A file's contents may have changed. */
  changed(uri: vscode.Uri): void
  /** A file or folder was created. */
  came(uri: vscode.Uri): void
  /** A file was deleted, or a folder with everything in it. */
  gone(uri: vscode.Uri): void
  /** The list of files must be read again. */
  filesChanged(): void
  /** The rules or settings of all documents changed. */
  rulesChanged(): void
}

/** Watches the workspace folders, including those added later. */
export function watchDocuments(
  service: Pick<Service, 'onDidOutdateFiles' | 'onDidChangeRules'>,
  { onDidLint }: Pick<LintUpdates, 'onDidLint'>,
  hear: DocumentChanges,
): vscode.Disposable {
  const watchers = new Map<string, vscode.Disposable>()
  const watchFolders = ({ added, removed }: Partial<vscode.WorkspaceFoldersChangeEvent>) => {
    for (const { uri } of removed ?? []) {
      watchers.get(uri.toString())?.dispose()
      watchers.delete(uri.toString())
    }
    for (const folder of added ?? []) watchers.set(folder.uri.toString(), watchFolder(folder, hear))
  }
  watchFolders({ added: vscode.workspace.workspaceFolders ?? [] })
  const listeners = vscode.Disposable.from(
    onDidLint(({ document }) => hear.changed(document.uri)),
    service.onDidOutdateFiles((files) => {
      for (const { uri } of files) hear.changed(uri)
    }),
    service.onDidChangeRules(hear.rulesChanged),
    vscode.workspace.onDidChangeWorkspaceFolders((event) => {
      watchFolders(event)
      hear.filesChanged()
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude'))
        hear.filesChanged()
    }),
  )
  return new vscode.Disposable(() => {
    listeners.dispose()
    for (const watcher of watchers.values()) watcher.dispose()
  })
}

function watchFolder(folder: vscode.WorkspaceFolder, hear: DocumentChanges): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'))
  const isGitignore = ({ path }: vscode.Uri) => path.endsWith('/.gitignore')
  const heard = (as: (uri: vscode.Uri) => void) => (uri: vscode.Uri) =>
    isGitignore(uri) ? hear.filesChanged() : as(uri)
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(heard(hear.came)),
    watcher.onDidChange(heard(hear.changed)),
    watcher.onDidDelete(heard(hear.gone)),
  )
}
