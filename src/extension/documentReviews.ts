/** Keeps the Design Review of each open document for the view, the status bar and the code lens. */

import * as vscode from 'vscode'
import { type DocumentReview, reviewDocument } from '../review/documentReview.ts'
import { isEnabled, type LintedDocument } from './linting.ts'
import type { LintUpdates } from './lintUpdates.ts'

/** What view, status bar and code lens show: the reviews of open design documents, and which of them the author is at. */
export interface DocumentReviews extends vscode.Disposable {
  /** What was said last; undefined for what is no design document, or is not reviewed. */
  of(document: vscode.TextDocument): DocumentReview | undefined
  /** Why there is a result, or none. */
  stateOf(document: vscode.TextDocument): ReviewState
  /** The Markdown document that is being edited. It stays while the focus is elsewhere, such as in the diagram panel. */
  readonly active: vscode.TextDocument | undefined
  /** Another document is active, or something else is said of one. */
  readonly onDidChange: vscode.Event<void>
}

export type ReviewState = 'pending' | 'shown' | 'tooLong' | 'foreign' | 'off'

interface Known {
  readonly state: ReviewState
  readonly shown?: DocumentReview
}

/** Create the reviews to be shown. Nothing is judged here that the linter's run has not judged. */
export function createDocumentReviews({ onDidLint }: LintUpdates): DocumentReviews {
  const known = new Map<vscode.TextDocument, Known & { readonly json: string }>()
  const changed = new vscode.EventEmitter<void>()
  let active: vscode.TextDocument | undefined

  function follow(): void {
    const before = active
    active = activeMarkdown(active)
    if (active !== before) changed.fire()
  }

  const listeners = vscode.Disposable.from(
    changed,
    onDidLint(({ document, result }) => {
      if (document.isClosed) {
        known.delete(document)
        return
      }
      const next = toKnown(document, result)
      const json = JSON.stringify(next)
      if (json === known.get(document)?.json) return
      known.set(document, { ...next, json })
      changed.fire()
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
  )
  follow()
  return {
    of: (document) => known.get(document)?.shown,
    stateOf: (document) => known.get(document)?.state ?? 'pending',
    get active() {
      return active
    },
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  }
}

function toKnown(document: vscode.TextDocument, result: LintedDocument | undefined): Known {
  if (result?.model && result.type)
    return { state: 'shown', shown: reviewDocument(result.model, result.type, result.messages) }
  if (result?.type) return { state: 'tooLong' }
  return { state: isEnabled(document) ? 'foreign' : 'off' }
}

function activeMarkdown(before: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  const editor = vscode.window.activeTextEditor
  // Output and input boxes are text editors too, but stand in no column.
  if (editor?.viewColumn !== undefined) return editor.document.languageId === 'markdown' ? editor.document : undefined
  return vscode.window.visibleTextEditors.find(({ document }) => document === before)?.document
}
