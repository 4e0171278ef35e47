import * as vscode from 'vscode'
import { type DocumentReview, headlineOf, summaryOf } from '../../review/documentReview.ts'
import type { DocumentReviews } from '../documentReviews.ts'

/** Left of what the editor says of the language. */
const priority = 100.5

/** How far the active design document is, in the status bar; a click opens the view. */
export function registerReviewStatusBar(reviews: DocumentReviews): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('designDocs.review', vscode.StatusBarAlignment.Right, priority)
  item.name = 'Design Review'
  item.command = 'designDocs.showReview'
  function update(): void {
    const review = reviews.active && reviews.of(reviews.active)
    if (!review) {
      item.hide()
      return
    }
    item.text = `$(checklist) ${summaryOf(review)}`
    item.tooltip = tooltipOf(review)
    item.accessibilityInformation = { label: `Design review: ${headlineOf(review)}` }
    item.show()
  }
  update()
  return vscode.Disposable.from(item, reviews.onDidChange(update))
}

/** More than this would be a page. */
const longest = 8

/** What is still to be done. What others wrote is shown as text. */
function tooltipOf(review: DocumentReview): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true)
  text.appendMarkdown('**').appendText(headlineOf(review)).appendMarkdown('**')
  const open = review.checklist.filter(({ icon }) => icon !== 'met')
  const flags = review.groups.find(({ id }) => id === 'redFlags')?.items ?? []
  for (const [icon, items] of [
    ['color-mode', open.filter(({ state }) => state === 'partial')],
    ['circle-large', open.filter(({ state }) => state === 'missing')],
    ['warning', flags],
  ] as const) {
    items.slice(0, longest).forEach(({ label, state }, index) => {
      text.appendMarkdown(`${index === 0 ? '\n\n' : '  \n'}$(${icon}) `)
      text.appendText(state === 'partial' || state === 'missing' ? `${label}: ${state}` : label)
    })
    if (items.length > longest) text.appendMarkdown(`  \n… and ${items.length - longest} more`)
  }
  return text
}
