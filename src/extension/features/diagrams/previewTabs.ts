/** Finds and closes tabs of the panel that a killed extension host left behind. */

import * as vscode from 'vscode'
import { createDelay } from '../../platform.ts'
import { viewType } from './previewPanel.ts'

/** How long VS Code may take to ask for the restoring of a tab in sight, in milliseconds. */
const timeLimit = 1_000

/** The tabs of our panel in this window, whether or not anybody is behind them. */
export function previewTabs(): readonly vscode.Tab[] {
  // VS Code puts a word of its own before the type.
  const isOurs = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith(`-${viewType}`)
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs))
}

/** Closes those of the tabs that are still there; the focus stays where it is. */
export async function closeTabs(tabs: readonly vscode.Tab[]): Promise<void> {
  const open = previewTabs().filter((tab) => tabs.includes(tab))
  if (open.length > 0) await vscode.window.tabGroups.close(open, true)
}

/**
 * Tells of a tab that has nobody behind it: the extension host that made it was killed, and the next one is not asked to
 * restore it, for it has been shown already. Nothing else tells a dead tab from one that is still to be restored, so only
 * those in sight are looked at; the others wait for their turn.
 *
 * @param isAlive whether there is a panel, or one is being restored
 */
export function watchDeadTabs(isAlive: () => boolean, onDead: (tab: vscode.Tab) => void): vscode.Disposable {
  const delay = createDelay()
  const inSight = () => (isAlive() ? undefined : previewTabs().find(({ isActive }) => isActive))

  async function check(): Promise<void> {
    if (!inSight()) return
    // The answer of a window that is busy comes late, but not before what it has to ask for.
    await vscode.commands.executeCommand('setContext', 'designDocs.previewOpen', false)
    const tab = inSight()
    if (tab) onDead(tab)
  }
  const look = () => {
    if (inSight()) delay.start(timeLimit, () => void check())
  }
  look()
  return vscode.Disposable.from({ dispose: delay.cancel }, vscode.window.tabGroups.onDidChangeTabs(look))
}
