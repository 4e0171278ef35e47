/** Lints open documents as they change, and publishes the results to the features. */

import * as vscode from 'vscode'
import { isEnabled, type LintedDocument } from './linting.ts'
import { createDelay, type Delay } from './platform.ts'
import type { Service } from './service.ts'

/** Milliseconds between the last keystroke and the next run of the linter. */
const pause = 250

/** The latest result for a document. */
export interface LintUpdate {
  readonly document: vscode.TextDocument
  /** For the current version; undefined if the document was closed, cannot be linted, or must not be. */
  readonly result: LintedDocument | undefined
}

/** The results of all open documents: at once on opening, shortly after typing, and removed on closing. */
export interface LintUpdates extends vscode.Disposable {
  /** Fires twice for a newly opened document if its diagrams take longer than the rest. */
  readonly onDidLint: vscode.Event<LintUpdate>
}

/** Creates the updates. All features that show findings listen here, so that each text is linted once. */
export function createLintUpdates(service: Service): LintUpdates {
  const linted = new vscode.EventEmitter<LintUpdate>()
  const delays = new Map<vscode.TextDocument, Delay>()
  const told = new WeakSet<vscode.TextDocument>()
  /** The latest run for each document: an older one may end later, with outdated rules. */
  const runs = new WeakMap<vscode.TextDocument, symbol>()

  function schedule(document: vscode.TextDocument, milliseconds: number): void {
    if (document.languageId !== 'markdown') return
    const delay = delays.get(document) ?? createDelay()
    delays.set(document, delay)
    delay.start(milliseconds, () =>
      lint(document).catch((error: unknown) => service.log.error(`Review of ${document.uri}: ${String(error)}`)),
    )
  }

  async function lint(document: vscode.TextDocument): Promise<void> {
    const { version } = document
    const run = Symbol('lint')
    runs.set(document, run)
    const publish = (result: LintedDocument | undefined) => {
      if (document.isClosed || document.version !== version || runs.get(document) !== run) return
      told.add(document)
      linted.fire({ document, result })
    }
    if (!isEnabled(document)) return publish(undefined)
    const whole = service.lint(document)
    // The first diagram waits for its parser to load; the other findings need not.
    if (!told.has(document)) publish(await service.lint(document, { withoutDiagrams: true }))
    publish(await whole)
  }

  function close(document: vscode.TextDocument): void {
    delays.get(document)?.cancel()
    delays.delete(document)
    told.delete(document)
    // When its language changes, a document counts as closed, but a run for it may go on.
    runs.delete(document)
    linted.fire({ document, result: undefined })
  }

  const lintAll = () => {
    for (const document of vscode.workspace.textDocuments) schedule(document, 0)
  }
  lintAll()
  const listeners = vscode.Disposable.from(
    linted,
    vscode.workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) schedule(document, pause)
    }),
    vscode.workspace.onDidCloseTextDocument(close),
    service.onDidChangeRules(lintAll),
    service.onDidOutdate((documents) => {
      for (const document of documents) schedule(document, 0)
    }),
  )
  return {
    onDidLint: linted.event,
    dispose() {
      for (const delay of delays.values()) delay.cancel()
      listeners.dispose()
    },
  }
}
