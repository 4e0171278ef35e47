/** Saves what the panel shows, for when VS Code restores it. */

import * as vscode from 'vscode'
import { type PanelState, parsePanelState } from '../../../core/diagrams/protocol.ts'
import { t } from '../../localize.ts'
import { nameOf } from '../../paths.ts'

/**
 * The panel's state, saved by the extension. The page saves the same state, but after a crash of the extension host it
 * cannot be asked for it, and a hidden page does not learn that its file was renamed.
 */
export interface KeptState {
  keep(state: PanelState): void
  /** The last saved state; undefined if it belongs to a panel with another title, such as one of another window. */
  of(title: string): PanelState | undefined
}

const key = 'designDocs.preview'

/** Creates the access to the saved state. */
export function createKeptState(memento: vscode.Memento): KeptState {
  return {
    keep: (state) => void memento.update(key, state),
    of(title) {
      const state = parsePanelState(memento.get(key))
      return titleOf(state) === title ? state : undefined
    },
  }
}

/** The title of the panel's tab; a locked panel names its file. */
export function titleOf({ uri, view }: PanelState): string {
  return view.locked && uri !== undefined ? t`Diagrams: ${nameOf(vscode.Uri.parse(uri))}` : t`Diagrams`
}
