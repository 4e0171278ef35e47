/** Watches everything that can change the list of the workspace's documents. */

import * as vscode from 'vscode'
import type { LintUpdates } from './lintUpdates.ts'
import type { Service } from './service.ts'

/** Callbacks for changes. */
export interface DocumentChanges {
  /** A file's contents may have changed. */
  changed(uri: vscode.Uri): void
  /** A file or folder was created. */
  created(uri: vscode.Uri): void
  /** A file was deleted, or a folder with everything in it. */
  deleted(uri: vscode.Uri): void
  /** The list of files must be read again. */
  filesChanged(): void
  /** The rules or settings of all documents changed. */
  rulesChanged(): void
}

/** Watches the workspace folders, including those added later. */
export function watchDocuments(
  service: Pick<Service, 'onDidOutdateFiles' | 'onDidChangeRules'>,
  { onDidLint }: Pick<LintUpdates, 'onDidLint'>,
  handlers: DocumentChanges,
): vscode.Disposable {
  const watchers = new Map<string, vscode.Disposable>()
  const watchFolders = ({ added, removed }: Partial<vscode.WorkspaceFoldersChangeEvent>) => {
    for (const { uri } of removed ?? []) {
      watchers.get(uri.toString())?.dispose()
      watchers.delete(uri.toString())
    }
    for (const folder of added ?? []) watchers.set(folder.uri.toString(), watchFolder(folder, handlers))
  }
  watchFolders({ added: vscode.workspace.workspaceFolders ?? [] })
  const listeners = vscode.Disposable.from(
    onDidLint(({ document }) => handlers.changed(document.uri)),
    service.onDidOutdateFiles((files) => {
      for (const { uri } of files) handlers.changed(uri)
    }),
    service.onDidChangeRules(handlers.rulesChanged),
    vscode.workspace.onDidChangeWorkspaceFolders((event) => {
      watchFolders(event)
      handlers.filesChanged()
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude'))
        handlers.filesChanged()
    }),
  )
  return new vscode.Disposable(() => {
    listeners.dispose()
    for (const watcher of watchers.values()) watcher.dispose()
  })
}

function watchFolder(folder: vscode.WorkspaceFolder, handlers: DocumentChanges): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'))
  const isGitignore = ({ path }: vscode.Uri) => path.endsWith('/.gitignore')
  const handled = (as: (uri: vscode.Uri) => void) => (uri: vscode.Uri) =>
    isGitignore(uri) ? handlers.filesChanged() : as(uri)
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(handled(handlers.created)),
    watcher.onDidChange(handled(handlers.changed)),
    watcher.onDidDelete(handled(handlers.deleted)),
  )
}
