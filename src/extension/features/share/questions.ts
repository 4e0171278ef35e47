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

/** What was written, and what was not. */
interface Result {
  /** Reasons why diagrams are missing. */
  readonly undrawn: readonly string[]
  /** Reasons why documents are missing. */
  readonly missing?: readonly string[]
  /** The number of pages; absent: 1. */
  readonly count?: number
}

/** Reports what was written, and offers to open it. */
export async function report(target: vscode.Uri, { undrawn, missing = [], count = 1 }: Result): Promise<void> {
  const what =
    count === 1 ? t`Exported to ${shownPath(target)}.` : t`Exported ${count} pages to ${shownPath(folderOf(target))}.`
  const failures = [...sayMissing(missing), ...sayUndrawn(undrawn)]
  const answer =
    failures.length === 0
      ? await vscode.window.showInformationMessage(printable(what), t`Open`)
      : await vscode.window.showWarningMessage(printable([what, ...failures].join(' ')), t`Open`)
  if (answer === undefined) return
  const isHere =
    target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop
  if (isHere) await vscode.env.openExternal(target)
  else await vscode.commands.executeCommand('vscode.open', target)
}

function sayMissing({ length, 0: first }: readonly string[]): readonly string[] {
  if (length === 0) return []
  return [
    length === 1
      ? t`One document was not exported: ${first}.`
      : t`${length} documents were not exported, such as ${first}.`,
  ]
}

function sayUndrawn({ length, 0: first }: readonly string[]): readonly string[] {
  if (length === 0) return []
  return [
    length === 1 ? t`One diagram was not drawn: ${first}.` : t`${length} diagrams were not drawn, such as ${first}.`,
  ]
}
