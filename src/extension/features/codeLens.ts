import * as vscode from 'vscode'
import { headlineOf } from '../../review/documentReview.ts'
import { toRange } from '../convert.ts'
import type { DocumentReviews } from '../documentReviews.ts'

const setting = 'designDocs.codeLens'

/** What the review found, over the title of the document; a click opens the view. */
export function registerCodeLens(reviews: DocumentReviews): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  return vscode.Disposable.from(
    changed,
    reviews.onDidChange(() => changed.fire()),
    // An editor that opens after its review was told of nothing.
    vscode.window.onDidChangeActiveTextEditor(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire()
    }),
    vscode.languages.registerCodeLensProvider('markdown', {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document) {
        const review = vscode.workspace.getConfiguration(undefined, document).get(setting, true) && reviews.of(document)
        if (!review) return []
        const command = {
          command: 'designDocs.showReview',
          title: headlineOf(review),
          tooltip: 'Open the Design Review',
        }
        return [new vscode.CodeLens(toRange(document, review.place), command)]
      },
    }),
  )
}
