/** Creates tree items for the groups and items of a Design Review. */

import * as vscode from 'vscode'
import type { ChecklistId } from '../../../checklist/index.ts'
import { isChecklistId } from '../../../checklist/metByAuthor.ts'
import { isRecord } from '../../../core/data/records.ts'
import { escapeMarkdown } from '../../../core/text/escapeMarkdown.ts'
import { printable } from '../../../core/text/printable.ts'
import type { ReviewGroup, ReviewIcon, ReviewItem } from '../../../review/reviewGroup.ts'
import { toRange } from '../../convert.ts'
import { t, translated } from '../../localize.ts'
import { guidanceText } from '../write/snippetText.ts'

/** A node of the view. */
export type ReviewNode =
  | { readonly id: string; readonly group: ReviewGroup }
  | { readonly id: string; readonly note: TypeNote }
  /** `ruleId` is for the commands in the node's context menu. */
  | { readonly id: string; readonly item: ReviewItem; readonly ruleId?: string }

/** The first node of a document without a declared type: the guess, or that the checklist is shown on request. */
export interface TypeNote {
  /** Absent for a document without a type. */
  readonly guess?: string
}

/** The tree item of a type note. Clicking it lets the author declare the type. */
export function noteToTreeItem(id: string, { guess }: TypeNote): vscode.TreeItem {
  const label = guess === undefined ? t`No document type` : printable(`${translated(guess)}?`)
  const tree = new vscode.TreeItem(label)
  tree.accessibilityInformation = { label: t`${label}, Review as…` }
  tree.id = id
  tree.description = t`Review as…`
  tree.iconPath = new vscode.ThemeIcon('question')
  tree.contextValue = guess === undefined ? 'requested' : 'guessed'
  tree.tooltip =
    guess === undefined
      ? t`Shown at your request: nothing is added to the Problems panel, and no file was changed. Click to specify the document's type.`
      : t`The type of this document is not specified, so no template sections are required. Click to specify it.`
  tree.command = { command: 'designDocs.reviewAs', title: t`Review as…` }
  return tree
}

/** The checklist item of a node in the view, or an id passed by a keybinding; undefined for anything else. */
export function checklistIdOf(line: unknown): ChecklistId | undefined {
  const id = isRecord(line) && isRecord(line['item']) ? line['item']['checklistId'] : line
  return typeof id === 'string' && isChecklistId(id) ? id : undefined
}

/** The nodes of a group. Ids depend on the label only, so that selection and folding survive an edit. */
export function nodesOf({ id, items }: ReviewGroup): readonly ReviewNode[] {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const key = `${id}/${item.label}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return { id: `${key}/${count}`, item, ...(item.ruleId !== undefined && { ruleId: item.ruleId }) }
  })
}

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState

/** The tree item of a group. */
export function groupToTreeItem({ id, label, isOpen, items }: ReviewGroup): vscode.TreeItem {
  const tree = new vscode.TreeItem(translated(label), isOpen ? Expanded : Collapsed)
  tree.id = id
  const met = items.filter(({ icon }) => icon === 'met').length
  // A decision's items need no count.
  if (id === 'checklist') tree.description = `${met}/${items.length}`
  else if (id !== 'decision') tree.description = String(items.length)
  return tree
}

/** The tree item of a review item, which opens its place in the document. */
export function itemToTreeItem(id: string, item: ReviewItem, document: vscode.TextDocument): vscode.TreeItem {
  const { icon, place, ruleId, box } = item
  const words = wordsOf(item)
  const { label, state, description } = words
  const tree = new vscode.TreeItem(label)
  tree.id = id
  tree.iconPath = toThemeIcon(icon)
  tree.tooltip = tooltipOf(words)
  if (description !== undefined) tree.description = description
  if (ruleId !== undefined) tree.contextValue = 'finding'
  else if (item.checklistId !== undefined)
    tree.contextValue = item.isMarked ? 'marked' : item.state === 'met' ? 'met' : 'unmet'
  const spoken = [label, state, description].filter((words) => words !== undefined)
  tree.accessibilityInformation = { label: spoken.join(', ') }
  if (box)
    tree.checkboxState = { state: vscode.TreeItemCheckboxState.Unchecked, tooltip: t`Check it off in the document` }
  if (place) {
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document)
    const options: vscode.TextDocumentShowOptions = {
      selection: toRange(document, place),
      ...(editor?.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
    }
    tree.command = { command: 'vscode.open', title: t`Go to Location`, arguments: [document.uri, options] }
  }
  return tree
}

/** An item in the language of the editor. The author's own words are not translated. */
function wordsOf(item: ReviewItem): ReviewItem {
  const { icon, label, state, description } = item
  const say = (text: string, isOurs: boolean) => printable(isOurs ? translated(text) : text)
  return {
    ...item,
    label: say(label, !ownLabels.has(icon)),
    ...(state !== undefined && { state: translated(state) }),
    ...(description !== undefined && { description: say(description, !ownDescriptions.has(icon)) }),
  }
}

const ownLabels: ReadonlySet<ReviewIcon> = new Set(['question', 'component', 'option'])
const ownDescriptions: ReadonlySet<ReviewIcon> = new Set(['question', 'diagram', 'status', 'date', 'link'])

/** Authors' texts are escaped; guidance is the template's own Markdown. */
function tooltipOf({ label, description, state, guidance }: ReviewItem): vscode.MarkdownString {
  const lines = [escapeMarkdown(state === undefined ? label : `${label}: ${state}`)]
  if (description !== undefined) lines.push(escapeMarkdown(description))
  if (guidance) lines.push('---', guidanceText(guidance))
  return new vscode.MarkdownString(lines.join('\n\n'))
}

const icons: Readonly<Record<ReviewIcon, readonly [icon: string, color?: string]>> = {
  met: ['pass-filled', 'testing.iconPassed'],
  partial: ['color-mode', 'problemsWarningIcon.foreground'],
  missing: ['circle-large', 'problemsErrorIcon.foreground'],
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  question: ['question'],
  diagram: ['type-hierarchy-sub'],
  component: ['symbol-module'],
  status: ['tag'],
  date: ['calendar'],
  option: ['symbol-enum-member'],
  link: ['link'],
}

function toThemeIcon(name: ReviewIcon): vscode.ThemeIcon {
  const [icon, color] = icons[name]
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color))
}
