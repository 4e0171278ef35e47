import * as vscode from 'vscode'
import { isEnabled, type Review } from './linting.ts'
import { createDelay, type Delay } from './platform.ts'
import type { Service } from './service.ts'

/** Rest between the last keystroke and the next review, in milliseconds. */
const pause = 250

/** What was said last of a document. */
export interface ReviewUpdate {
  readonly document: vscode.TextDocument
  /** Of the current version; undefined when there is nothing to say: it was closed, is none of ours, or is not to be reviewed. */
  readonly review: Review | undefined
}

/** The reviews of all open documents: at once on opening, shortly after typing, gone on closing. */
export interface Reviews extends vscode.Disposable {
  /** Comes twice where the diagrams of a document that has just opened take longer than the rest. */
  readonly onDidReview: vscode.Event<ReviewUpdate>
}

/** Create the reviews. All that shows findings listens here, so that a text is judged once. */
export function createReviews(service: Service): Reviews {
  const reviewed = new vscode.EventEmitter<ReviewUpdate>()
  const delays = new Map<vscode.TextDocument, Delay>()
  const told = new WeakSet<vscode.TextDocument>()
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
      told.add(document)
      reviewed.fire({ document, review })
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
    reviewed.fire({ document, review: undefined })
  }

  const reviewAll = () => {
    for (const document of vscode.workspace.textDocuments) schedule(document, 0)
  }
  reviewAll()
  const listeners = vscode.Disposable.from(
    reviewed,
    vscode.workspace.onDidOpenTextDocument((document) => schedule(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) schedule(document, pause)
    }),
    vscode.workspace.onDidCloseTextDocument(close),
    service.onDidChangeRules(reviewAll),
    service.onDidOutdate((documents) => {
      for (const document of documents) schedule(document, 0)
    }),
  )
  return {
    onDidReview: reviewed.event,
    dispose() {
      for (const delay of delays.values()) delay.cancel()
      listeners.dispose()
    },
  }
}
