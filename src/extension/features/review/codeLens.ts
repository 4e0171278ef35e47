/** Shows the state of a design document over its title. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { headlineOf } from '../../../review/documentReview.ts'
import { toRange } from '../../convert.ts'
import type { DocumentReviews } from '../../documentReviews.ts'

const setting = 'designDocs.codeLens'

/** What the review found, over the title of the document; a click opens the view. */
export function registerCodeLens(reviews: DocumentReviews): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  return vscode.Disposable.from(
    changed,
    reviews.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire()
    }),
    vscode.languages.registerCodeLensProvider('markdown', {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        await untilReviewed(reviews, document, token)
        const review = vscode.workspace.getConfiguration(undefined, document).get(setting, true) && reviews.of(document)
        if (!review) return []
        const command = {
          command: 'designDocs.showReview',
          title: printable(headlineOf(review)),
          tooltip: 'Open the Design Review',
        }
        return [new vscode.CodeLens(toRange(document, review.place), command)]
      },
    }),
  )
}

/** An editor that has just opened misses the news of its review, so it gets its answer with the review. */
function untilReviewed(
  reviews: DocumentReviews,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<void> {
  const isPending = () => reviews.stateOf(document) === 'pending'
  if (!isPending()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      listeners.dispose()
      resolve()
    }
    const listeners = vscode.Disposable.from(
      reviews.onDidChange(() => isPending() || done()),
      token.onCancellationRequested(done),
    )
  })
}
