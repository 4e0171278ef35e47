/** Applies an edit to a document, unless the document has changed since it was read. */

import type * as vscode from 'vscode'
import { t } from './localize.ts'
import { showBriefly } from './statusBar.ts'

/** Says that nothing was done, because positions that were read are those of an earlier text. */
export const sayEdited = (): void => showBriefly(t`The document was edited meanwhile. Try again.`)

const sayUnchangeable = (): void => showBriefly(t`The document cannot be changed.`)

/**
 * Applies an edit that was computed for one version of a document; if the document has another one by now, says so.
 *
 * @param apply computes all positions and applies the edit, without waiting for anything in between
 * @param refuse tells the user why if VS Code does not apply the edit
 * @returns whether it was applied
 */
export async function applyIfUnchanged(
  document: vscode.TextDocument,
  version: number,
  apply: () => Thenable<boolean>,
  refuse: () => unknown = sayUnchangeable,
): Promise<boolean> {
  const isUnchanged = () => document.version === version && !document.isClosed
  if (isUnchanged()) {
    if (await apply()) return true
    // VS Code itself refuses an edit of an earlier version.
    if (isUnchanged()) {
      await refuse()
      return false
    }
  }
  sayEdited()
  return false
}
