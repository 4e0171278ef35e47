/** Finds and closes tabs of the panel that a killed extension host left behind. */

import * as vscode from 'vscode'
import { createDelay } from '../../platform.ts'
import { viewType } from './previewPanel.ts'

/** How long VS Code may take to request the restoring of a visible tab, in milliseconds. */
const timeLimit = 1_000

/** The panel's tabs in this window, with or without a live panel. */
export function previewTabs(): readonly vscode.Tab[] {
  // VS Code adds a prefix of its own to the view type.
  const isOurs = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith(`-${viewType}`)
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOurs))
}

/** Closes those of the tabs that are still open; the focus stays where it is. */
export async function closeTabs(tabs: readonly vscode.Tab[]): Promise<void> {
  const open = previewTabs().filter((tab) => tabs.includes(tab))
  if (open.length > 0) await vscode.window.tabGroups.close(open, true)
}

/**
 * Reports a tab without a live panel: its extension host was killed, and the next one is not asked to restore a tab
 * that has already been shown. Nothing else distinguishes it from a tab that is still to be restored, so only visible
 * tabs are checked; others are when they become visible.
 *
 * @param isAlive whether there is a panel, or one is being restored
 */
export function watchDeadTabs(isAlive: () => boolean, onDead: (tab: vscode.Tab) => void): vscode.Disposable {
  const delay = createDelay()
  const inSight = () => (isAlive() ? undefined : previewTabs().find(({ isActive }) => isActive))

  async function check(): Promise<void> {
    if (!inSight()) return
    // The reply of a busy window comes late, but only after its own pending requests, such as one to restore the tab.
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
