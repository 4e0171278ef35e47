/** Keeps what the panel shows, for when VS Code brings it back. */

import * as vscode from 'vscode'
import { type PanelState, parsePanelState } from '../../../core/diagrams/protocol.ts'
import { t } from '../../localize.ts'
import { nameOf } from './exportFiles.ts'

/**
 * What the panel shows, kept by the extension: a page keeps the same, but nobody can ask the page of an extension host
 * that was killed, and a hidden page does not hear that its file was renamed.
 */
export interface KeptState {
  keep(state: PanelState): void
  /** What was kept last; undefined when it is not that of a panel with this title, such as one of another window. */
  of(title: string): PanelState | undefined
}

const key = 'designDocs.preview'

/** Create the access to what is kept. */
export function createKeptState(memento: vscode.Memento): KeptState {
  return {
    keep: (state) => void memento.update(key, state),
    of(title) {
      const state = parsePanelState(memento.get(key))
      return titleOf(state) === title ? state : undefined
    },
  }
}

/** What the tab of the panel says: a locked one names its file. */
export function titleOf({ uri, view }: PanelState): string {
  return view.locked && uri !== undefined ? t`Diagrams: ${nameOf(vscode.Uri.parse(uri))}` : t`Diagrams`
}
