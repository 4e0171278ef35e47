/** Shows the state of the active design document in the status bar. */

import * as vscode from 'vscode'
import { escapeMarkdown } from '../../../core/text/escapeMarkdown.ts'
import { printable } from '../../../core/text/printable.ts'
import { type DocumentReview, headlineOf, summaryOf } from '../../../review/documentReview.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t, translated } from '../../localize.ts'

/** To the left of the language mode. */
const priority = 100.5

/** Shows the progress of the active design document in the status bar; a click opens the view. */
export function registerReviewStatusBar(reviews: DocumentReviews): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('designDocs.review', vscode.StatusBarAlignment.Right, priority)
  item.name = t`Design Review`
  item.command = 'designDocs.showReview'
  function update(): void {
    const review = reviews.active && reviews.of(reviews.active)
    if (!review) {
      item.hide()
      return
    }
    item.text = `$(checklist) ${translated(summaryOf(review))}`
    item.tooltip = tooltipOf(review)
    item.accessibilityInformation = { label: printable(t`Design review: ${translated(headlineOf(review))}`) }
    item.show()
  }
  update()
  return vscode.Disposable.from(item, reviews.onDidChange(update))
}

/** Keeps the tooltip short. */
const maxLines = 8

/** What is still open. Authors' texts are escaped. */
function tooltipOf(review: DocumentReview): vscode.MarkdownString {
  const stillOpen = (wanted: string) =>
    review.checklist.flatMap(({ label, state }) =>
      state === wanted ? `${translated(label)}: ${translated(state)}` : [],
    )
  const flags = review.groups.find(({ id }) => id === 'redFlags')?.items ?? []
  const parts = [
    linesOf('color-mode', stillOpen('partial')),
    linesOf('circle-large', stillOpen('missing')),
    linesOf(
      'warning',
      flags.map(({ label }) => translated(label)),
    ),
  ]
  const text = [`**${escapeMarkdown(translated(headlineOf(review)))}**`, ...parts.filter(Boolean)].join('\n\n')
  return new vscode.MarkdownString(text, true)
}

function linesOf(icon: string, texts: readonly string[]): string {
  const lines = texts.slice(0, maxLines).map((text) => `$(${icon}) ${escapeMarkdown(text)}`)
  if (texts.length > maxLines) lines.push(t`… and ${texts.length - maxLines} more`)
  // In Markdown, two spaces at the end of a line make a line break.
  return lines.join('  \n')
}
