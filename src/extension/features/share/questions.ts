/** The questions and results of the commands that export pages. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { t } from '../../localize.ts'
import { folderOf, shownPath } from '../../paths.ts'

/** Whether the page should list the findings; undefined if the user cancels. */
export async function askForFindings(title: string): Promise<boolean | undefined> {
  const items = [
    { label: t`Page`, description: t`the document as readers see it`, findings: false },
    { label: t`Page with Findings`, description: t`followed by what a reviewer would say`, findings: true },
  ]
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.findings
}

/** Reports what was written, and offers to open it. */
export async function report(target: vscode.Uri, failures: readonly string[], count = 1): Promise<void> {
  const what =
    count === 1 ? t`Exported to ${shownPath(target)}.` : t`Exported ${count} pages to ${shownPath(folderOf(target))}.`
  const [first] = failures
  const missing =
    failures.length === 1
      ? t`One diagram was not drawn: ${first}.`
      : t`${failures.length} diagrams were not drawn, such as ${first}.`
  const answer =
    first === undefined
      ? await vscode.window.showInformationMessage(printable(what), t`Open`)
      : await vscode.window.showWarningMessage(printable(`${what} ${missing}`), t`Open`)
  if (answer === undefined) return
  const isHere =
    target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop
  if (isHere) await vscode.env.openExternal(target)
  else await vscode.commands.executeCommand('vscode.open', target)
}
