/** Watches the files of a `.design-docs` folder. */

import * as vscode from 'vscode'

/** Watches a folder's `.design-docs`, and templates configured elsewhere. */
export interface TeamFilesWatcher extends vscode.Disposable {
  /** Also watches what these globs match, instead of earlier globs. */
  watchAlso(globs: readonly string[]): void
}

/** Starts watching. @param reload called for each file that was created, changed or deleted */
export function watchTeamFiles(folder: vscode.WorkspaceFolder | undefined, reload: () => void): TeamFilesWatcher {
  let named: readonly vscode.Disposable[] = []
  let watched = ''
  let isDisposed = false
  const watch = (pattern: string, ignoreChange: boolean): vscode.Disposable => {
    if (!folder) return new vscode.Disposable(() => undefined)
    const relative = new vscode.RelativePattern(folder, pattern)
    const watcher = vscode.workspace.createFileSystemWatcher(relative, false, ignoreChange, false)
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
    )
  }
  const clear = () => {
    for (const each of named) each.dispose()
  }
  // Includes the folder itself, since a moved folder gives no events for its files.
  const own = watch('{.design-docs,.design-docs/**}', false)

  return {
    watchAlso(globs) {
      if (isDisposed || globs.join('\n') === watched) return
      watched = globs.join('\n')
      clear()
      const above = new Set(globs.flatMap(foldersAbove))
      named = [...globs.map((glob) => watch(glob, false)), ...[...above].map((path) => watch(path, true))]
    },
    dispose() {
      isDisposed = true
      own.dispose()
      clear()
    },
  }
}

/** Calls back at once for each file that this window itself saves, creates or deletes, before any watcher does. */
export const onOwnChange = (hear: (uri: vscode.Uri) => void): vscode.Disposable =>
  vscode.Disposable.from(
    vscode.workspace.onDidSaveTextDocument(({ uri }) => hear(uri)),
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(hear)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(hear)),
  )

/** The folders that a glob names without wildcards, outermost first. */
function foldersAbove(glob: string): readonly string[] {
  const folders = glob.split('/').slice(0, -1)
  const wild = folders.findIndex((name) => /[*?[\]{}!]/.test(name))
  const fixed = wild < 0 ? folders : folders.slice(0, wild)
  return fixed.map((_, index) => fixed.slice(0, index + 1).join('/'))
}
