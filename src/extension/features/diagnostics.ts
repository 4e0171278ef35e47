import * as vscode from 'vscode'
import { messageToDiagnostic, source } from '../convert.ts'
import { isEnabled, longest, type Review } from '../linting.ts'
import { createDelay, type Delay } from '../platform.ts'
import type { Service } from '../service.ts'

/** Rest between the last keystroke and the next review, in milliseconds. */
const pause = 250

/** The findings in the Problems panel: at once on opening, shortly after typing, gone on closing. */
export function registerDiagnostics(service: Service): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(source)
  const delays = new Map<vscode.TextDocument, Delay>()
  /** The latest run of each document: an older one may end later, with rules that no longer hold. */
  const runs = new WeakMap<vscode.TextDocument, symbol>()

  function schedule(document: vscode.TextDocument, milliseconds: number): void {
    if (document.languageId !== 'markdown') return
    const delay = delays.get(document) ?? createDelay()
    delays.set(document, delay)
    delay.start(milliseconds, () =>
      review(document).catch((error: unknown) => service.log.error(`Review of ${document.uri}: ${String(error)}`)),
    )
  }

  async function review(document: vscode.TextDocument): Promise<void> {
    const { version } = document
    const run = Symbol('review')
    runs.set(document, run)
    const publish = (review: Review | undefined) => {
      if (document.isClosed || document.version !== version || runs.get(document) !== run) return
      if (review) collection.set(document.uri, toDiagnostics(document, review))
      else collection.delete(document.uri)
    }
    if (!isEnabled(document)) return publish(undefined)
    const whole = service.lint(document)
    // The first diagram waits for its parser to load; the rest of the findings need not.
    if (!collection.has(document.uri)) publish(await service.lint(document, { withoutDiagrams: true }))
    publish(await whole)
  }

  function close(document: vscode.TextDocument): void {
    delays.get(document)?.cancel()
    delays.delete(document)
    collection.delete(document.uri)
  }

  const reviewAll = () => {
    for (const document of vscode.workspace.textDocuments) schedule(document, 0)
  }
  reviewAll()
  return vscode.Disposable.from(
    collection,
    {
      dispose: () => {
        for (const delay of delays.values()) delay.cancel()
      },
    },
    vscode.workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) schedule(document, pause)
    }),
    vscode.workspace.onDidCloseTextDocument(close),
    service.onDidChangeRules(reviewAll),
  )
}

function toDiagnostics(document: vscode.TextDocument, { model, type, messages }: Review): readonly vscode.Diagnostic[] {
  if (model || !type) return messages.map((message) => messageToDiagnostic(document, message))
  const length = document.getText().length.toLocaleString('en')
  const tooLong = new vscode.Diagnostic(
    document.lineAt(0).range,
    `This document is too long to be reviewed: ${length} characters of at most ${longest.toLocaleString('en')}`,
    vscode.DiagnosticSeverity.Information,
  )
  tooLong.source = source
  return [tooLong]
}
