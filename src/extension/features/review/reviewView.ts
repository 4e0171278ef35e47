/** The view *Design Review*. */

import * as vscode from 'vscode'
import { printable } from '../../../core/text/printable.ts'
import type { Range } from '../../../core/text/range.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t } from '../../localize.ts'
import { shownPath } from '../../paths.ts'
import { groupToTreeItem, itemToTreeItem, nodesOf, noteToTreeItem, type ReviewNode } from './reviewItems.ts'

/** The view's id in the manifest. */
const viewId = 'designDocs.review'

/** The view *Design Review*: what there is to say of the active document, each line a way to its place. */
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
  // On the web VS Code forgets the manifest's as soon as there is a description.
  view.title = t`Design Review`

  let told: string | undefined
  function update(): void {
    const document = reviews.active
    const review = document && reviews.inView(document)
    view.description = document && review ? shownPath(document.uri).replace(/^.*\//, '') : ''
    view.message = templateMessage(document && reviews.templateOf(document))
    changed.fire()
    const state = document ? reviews.stateOf(document) : 'none'
    // It comes with the first Markdown document and stays: the Explorer would jump at each change of the editor.
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
      // A line that could not be ticked is not to look as if it were.
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

/** Tick boxes as one edit, which can be undone. @returns whether all of them were still there */
async function tick(document: vscode.TextDocument, boxes: readonly Range[]): Promise<boolean> {
  const text = document.getText()
  // The author may have written since the view was made.
  const isThere = ({ start, end }: Range) => /^\[\s\]$/.test(text.slice(start - 1, end + 1))
  if (!boxes.every(isThere)) return false
  return vscode.workspace.applyEdit(
    toWorkspaceEdit(
      document,
      boxes.map((box) => ({ ...box, newText: 'x' })),
    ),
  )
}

function typeNote(reviews: DocumentReviews, document: vscode.TextDocument): readonly ReviewNode[] {
  if (reviews.stateOf(document) === 'requested') return [{ id: 'type', note: {} }]
  const guess = reviews.questionOf(document)?.guess
  return guess === undefined ? [] : [{ id: 'type', note: { guess } }]
}

/** A template's placeholders are meant to stand there: it is called what it is, and not reviewed. */
const templateMessage = (type: string | undefined): string =>
  type === undefined ? '' : printable(t`This is your team’s template for “${type}”, not a document.`)
