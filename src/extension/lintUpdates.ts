/** Lints open documents as they change, and tells the features what was found. */

import * as vscode from 'vscode'
import { isEnabled, type LintedDocument } from './linting.ts'
import { createDelay, type Delay } from './platform.ts'
import type { Service } from './service.ts'

/** Rest between the last keystroke and the next run of the linter, in milliseconds. */
const pause = 250

/** What was said last of a document. */
export interface LintUpdate {
  readonly document: vscode.TextDocument
  /** Of the current version; undefined when there is nothing to say: it was closed, is none of ours, or is not to be linted. */
  readonly result: LintedDocument | undefined
}

/** What the linter says of all open documents: at once on opening, shortly after typing, gone on closing. */
export interface LintUpdates extends vscode.Disposable {
  /** Comes twice where the diagrams of a document that has just opened take longer than the rest. */
  readonly onDidLint: vscode.Event<LintUpdate>
}

/** Create the updates. All that shows findings listens here, so that a text is judged once. */
export function createLintUpdates(service: Service): LintUpdates {
  const linted = new vscode.EventEmitter<LintUpdate>()
  const delays = new Map<vscode.TextDocument, Delay>()
  const told = new WeakSet<vscode.TextDocument>()
  /** The latest run of each document: an older one may end later, with rules that no longer hold. */
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
    // The first diagram waits for its parser to load; the rest of the findings need not.
    if (!told.has(document)) publish(await service.lint(document, { withoutDiagrams: true }))
    publish(await whole)
  }

  function close(document: vscode.TextDocument): void {
    delays.get(document)?.cancel()
    delays.delete(document)
    told.delete(document)
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
