/** Shows the state of a design document above its title, and asks for the type if it is not declared. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import { headlineOf } from '../../../review/documentReview.ts'
import { toRange } from '../../convert.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t, translated } from '../../localize.ts'
import { createDelay } from '../../platform.ts'

const setting = 'designDocs.codeLens'

/**
 * In milliseconds. VS Code forgets to ask for the lenses if the editor loses the focus shortly after they changed, as
 * when a command is chosen, so it is told once more.
 */
const longAfter = 2_000

/**
 * Code lenses above the document's title: the review's headline, which opens the view, and, if the type is not
 * declared, the actions to settle it.
 */
export function registerCodeLens(reviews: DocumentReviews): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  const again = createDelay()
  return vscode.Disposable.from(
    changed,
    { dispose: again.cancel },
    reviews.onDidChange(() => {
      changed.fire()
      again.start(longAfter, () => changed.fire())
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(setting)) changed.fire()
    }),
    vscode.languages.registerCodeLensProvider('markdown', {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document, token) {
        await untilReviewed(reviews, document, token)
        if (!vscode.workspace.getConfiguration(undefined, document).get(setting, true)) return []
        return [...stateLens(reviews, document), ...typeLenses(reviews, document)]
      },
    }),
  )
}

function stateLens(reviews: DocumentReviews, document: vscode.TextDocument): readonly vscode.CodeLens[] {
  const review = reviews.of(document)
  if (!review) return []
  const command = {
    command: 'designDocs.showReview',
    title: printable(translated(headlineOf(review))),
    tooltip: t`Open the Design Review`,
  }
  return [new vscode.CodeLens(toRange(document, review.place), command)]
}

/** Lenses on the same line are shown side by side, separated by bars. */
function typeLenses(reviews: DocumentReviews, document: vscode.TextDocument): readonly vscode.CodeLens[] {
  const question = reviews.questionOf(document)
  if (!question) return []
  const range = toRange(document, question.place)
  const target = [{ uri: document.uri.toString() }]
  const isGuessed = question.guess !== undefined
  return [
    // A lens without a command is plain text.
    ...(isGuessed ? [] : [new vscode.CodeLens(range, { command: '', title: t`Is this a design document?` })]),
    new vscode.CodeLens(range, {
      command: 'designDocs.reviewAs',
      title: t`Review as…`,
      tooltip: isGuessed
        ? t`The type is a guess: specify the type of this document`
        : t`Specify the type of this document`,
      arguments: target,
    }),
    new vscode.CodeLens(range, {
      command: 'designDocs.neverHere',
      title: t`Never here`,
      tooltip: t`This is not a design document, or this folder contains none: do not ask again`,
      arguments: target,
    }),
  ]
}

/** An editor that has just opened would miss the event of its review, so this waits for the review. */
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
