/** The command *Lint Workspace*, which shows the findings of all design documents in the Problems panel. */

import * as vscode from 'vscode'
import { count } from '../../../core/text/count.ts'
import { lintSummary } from '../../../review/arrange.ts'
import { source } from '../../convert.ts'
import { openDocument } from '../../designFile.ts'
import type { LintUpdates } from '../../lintUpdates.ts'
import { t, translated } from '../../localize.ts'
import type { WorkspaceDocuments } from '../../workspaceDocuments.ts'
import { onDocument } from './documentsView.ts'
import { type LintAll, registerLintTask } from './lintTask.ts'

/** Shows the findings of documents that are not open, once requested, and keeps them up to date. */
export function registerLintWorkspace(documents: WorkspaceDocuments, { onDidLint }: LintUpdates): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${source}-files`)
  /** URIs whose findings are shown; all of them once the workspace was linted. */
  const asked = new Set<string>()
  let isAll = false
  let following: vscode.Disposable | undefined

  const show = (key: string) => {
    if (!isAll && !asked.has(key)) return
    const design = documents.designs.get(key)
    const uri = design?.uri ?? vscode.Uri.parse(key)
    // The editor reports the findings of open documents itself.
    if (design && !openDocument(uri)) collection.set(uri, design.diagnostics)
    else collection.delete(uri)
  }
  const lintAll: LintAll = async (onProgress, token) => {
    isAll = true
    for (const key of documents.designs.keys()) show(key)
    documents.forget()
    const isWanted = () => !token.isCancellationRequested
    const cancelled = new Promise<void>((done) => token.onCancellationRequested(() => done()))
    await Promise.race([documents.update({ isWanted, onProgress }), cancelled])
    if (!isWanted()) return undefined
    following ??= documents.follow()
    const designs = [...documents.designs.values()]
    return {
      summary: lintSummary(documents.fileCount, designs),
      hasErrors: designs.some(({ entry }) => entry.findings.error > 0),
    }
  }
  return vscode.Disposable.from(
    collection,
    new vscode.Disposable(() => following?.dispose()),
    documents.onDidChange((keys) => keys.forEach(show)),
    onDidLint(({ document }) => show(document.uri.toString())),
    vscode.commands.registerCommand('designDocs.lintWorkspace', () => lintWithNotice(lintAll)),
    registerLintTask(lintAll),
    onDocument('lintDocument', async (uri) => {
      asked.add(uri.toString())
      following ??= documents.follow()
      show(uri.toString())
      await vscode.commands.executeCommand('workbench.actions.view.problems')
    }),
  )
}

/** Lints with a cancellable progress notification, and reports the result. */
async function lintWithNotice(lintAll: LintAll): Promise<void> {
  const location = vscode.ProgressLocation.Notification
  const options = { location, title: t`Linting design documents`, cancellable: true }
  const found = await vscode.window.withProgress(options, (progress, token) => {
    let before = 0
    const onProgress = (done: number, all: number) => {
      const percent = all === 0 ? 100 : (100 * done) / all
      progress.report({ message: t`${done} of ${translated(count(all, 'file'))}`, increment: percent - before })
      before = percent
    }
    return lintAll(onProgress, token)
  })
  if (!found) return
  const action = t`Show Problems`
  // Not awaited: the user need not respond.
  void vscode.window.showInformationMessage(`${translated(found.summary)}.`, action).then((chosen) => {
    if (chosen === action) void vscode.commands.executeCommand('workbench.actions.view.problems')
  })
}
