/** The view *Design Review*. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import type { Range } from '../../../core/text/range.ts'
import { editDocument } from '../../applying.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t } from '../../localize.ts'
import { shownPath } from '../../paths.ts'
import { groupToTreeItem, itemToTreeItem, nodesOf, noteToTreeItem, type ReviewNode } from './reviewItems.ts'

/** The view's id in the manifest. */
const viewId = 'designDocs.review'

/** The view *Design Review*: everything known about the active document, with links to the places. */
export function registerReviewView(reviews: DocumentReviews): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>()
  const provider: vscode.TreeDataProvider<ReviewNode> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node) return 'group' in node ? [...nodesOf(node.group)] : []
      const review = reviews.active && reviews.inView(reviews.active)
      if (!reviews.active || !review) return []
      return [...typeNote(reviews, reviews.active), ...review.groups.map((group) => ({ id: group.id, group }))]
    },
    getTreeItem(node) {
      if ('note' in node) return noteToTreeItem(node.id, node.note)
      if ('group' in node) return groupToTreeItem(node.group)
      const document = reviews.active
      return document ? itemToTreeItem(node.id, node.item, document) : new vscode.TreeItem(node.item.label)
    },
  }
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true })
  // On the web, setting a description makes VS Code forget the manifest's title.
  view.title = t`Design Review`

  let told: string | undefined
  function update(): void {
    const document = reviews.active
    const review = document && reviews.inView(document)
    view.description = document && review ? shownPath(document.uri).replace(/^.*\//, '') : ''
    view.message = templateMessage(document && reviews.templateOf(document))
    changed.fire()
    const state = document ? reviews.stateOf(document) : 'none'
    // The view appears with the first Markdown document and stays, or the Explorer's layout would change with every
    // editor.
    if (state === told || (state === 'none' && told === undefined)) return
    told = state
    void vscode.commands.executeCommand('setContext', viewId, state)
  }
  update()
  return vscode.Disposable.from(
    view,
    changed,
    reviews.onDidChange(update),
    view.onDidChangeCheckboxState(async ({ items }) => {
      const boxes = items.flatMap(([node, state]) => {
        const box = 'item' in node && state === vscode.TreeItemCheckboxState.Checked ? node.item.box : undefined
        return box ? [box] : []
      })
      // Refresh the view, so that a box that could not be ticked does not look ticked.
      if (!reviews.active || !(await tick(reviews.active, boxes))) changed.fire()
    }),
    vscode.commands.registerCommand('designDocs.showReview', () => vscode.commands.executeCommand(`${viewId}.focus`)),
    vscode.commands.registerCommand('designDocs.showChecklist', async () => {
      if (reviews.active) reviews.setRequested(reviews.active, true)
      await vscode.commands.executeCommand(`${viewId}.focus`)
    }),
    vscode.commands.registerCommand('designDocs.hideChecklist', () => {
      if (reviews.active) reviews.setRequested(reviews.active, false)
    }),
  )
}

/** Ticks boxes in a single undoable edit. @returns whether all of them were still there */
async function tick(document: vscode.TextDocument, boxes: readonly Range[]): Promise<boolean> {
  const text = document.getText()
  // The document may have been edited since the view was created.
  const isThere = ({ start, end }: Range) => /^\[\s\]$/.test(text.slice(start - 1, end + 1))
  if (!boxes.every(isThere)) return false
  return editDocument(
    document,
    boxes.map((box) => ({ ...box, newText: 'x' })),
  )
}

function typeNote(reviews: DocumentReviews, document: vscode.TextDocument): readonly ReviewNode[] {
  if (reviews.stateOf(document) === 'requested') return [{ id: 'type', note: {} }]
  const guess = reviews.questionOf(document)?.guess
  return guess === undefined ? [] : [{ id: 'type', note: { guess } }]
}

/** A template's placeholders are intended, so it is not reviewed; the view says that it is a template. */
const templateMessage = (type: string | undefined): string =>
  type === undefined ? '' : printable(t`This is your team’s template for “${type}”, not a document.`)
