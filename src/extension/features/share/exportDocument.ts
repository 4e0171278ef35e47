/** The commands that export documents as HTML pages. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { folderOf, nameOf } from '../../paths.ts'
import { encode } from '../../platform.ts'
import { showBriefly } from '../../statusBar.ts'
import { explain, writeBytes } from '../../writing.ts'
import { type DiagramAccess, documentFor } from '../diagrams/chooseDiagram.ts'
import { exportFolder } from './exportFolder.ts'
import { createPageMaker } from './pageMaker.ts'
import { type PageAccess, pageOf } from './pageOf.ts'
import { sourceOf } from './pageSource.ts'
import { pageTextsIn } from './pageTexts.ts'
import { askForFindings, report } from './questions.ts'

/** Registers the commands that export pages. */
export function registerExportDocument(
  diagrams: DiagramAccess,
  service: PageAccess['service'],
  extensionUri: vscode.Uri,
): vscode.Disposable {
  const run = async (work: (access: PageAccess) => Promise<void>) => {
    const maker = createPageMaker(extensionUri)
    try {
      await work({ ...diagrams, service, maker, pageTextsIn: (language) => pageTextsIn(extensionUri, language) })
    } catch (error) {
      void vscode.window.showErrorMessage(printable(t`Not exported: ${explain(error)}.`))
    } finally {
      maker.dispose()
    }
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand('designDocs.exportDocument', (context: unknown) =>
      run((access) => exportDocument(access, context)),
    ),
    vscode.commands.registerCommand('designDocs.exportFolder', (context: unknown) =>
      run((access) => exportFolder(access, context)),
    ),
  )
}

async function exportDocument(access: PageAccess, context: unknown): Promise<void> {
  const document =
    context instanceof vscode.Uri ? await vscode.workspace.openTextDocument(context) : documentFor(access, undefined)
  if (document?.languageId !== 'markdown') return showBriefly(t`There is no Markdown document to export`)
  const isDesign = (await access.service.lint(document, { withoutDiagrams: true }))?.type !== undefined
  const findings = isDesign ? await askForFindings(t`Export Document`) : false
  if (findings === undefined) return
  // The dialog itself asks before a file is replaced.
  const target = await vscode.window.showSaveDialog({
    title: t`Export Document`,
    defaultUri: await defaultTarget(document),
    filters: { [t`Web Page`]: ['html'] },
  })
  if (!target) return
  const was = await vscode.workspace.fs.readFile(target).then(
    (bytes) => bytes,
    () => undefined,
  )
  const options = { location: vscode.ProgressLocation.Notification, title: t`Exporting document`, cancellable: true }
  const page = await vscode.window.withProgress(options, async (_, token) => {
    const own = (path: string) => (path === document.uri.path ? '' : undefined)
    return pageOf(access, await sourceOf(access, document), { findings, pageOf: own, token })
  })
  if (!page) return
  await writeBytes(target, encode(page.html), was, folderOf(target))
  await report(target, { undrawn: page.failures })
}

async function defaultTarget(document: vscode.TextDocument): Promise<vscode.Uri> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri
  const folder = document.isUntitled && root ? root : folderOf(document.uri)
  return vscode.Uri.joinPath(folder, `${nameOf(document.uri).replace(/\.[^.]*$/, '')}.html`)
}
