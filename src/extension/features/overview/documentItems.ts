/** Creates tree items for the design documents of the workspace. */

import * as vscode from 'vscode'
import { escapeMarkdown } from '../../../core/text/escapeMarkdown.ts'
import { printable } from '../../../core/text/printable.ts'
import { type DesignGroup, type Grouping, otherDesign, rowLines, rowWords } from '../../../review/arrange.ts'
import type { ListedDesign, OtherDecision } from '../../../review/overview.ts'
import type { DesignFile } from '../../designFile.ts'
import { t, translated } from '../../localize.ts'

/** A node of the view. */
export type DocumentNode = { readonly group: DesignGroup<DesignFile> } | { readonly design: DesignFile } | OtherNode

/** Another decision that the one above refers to, with its document if it is in the workspace. */
interface OtherNode {
  readonly of: DesignFile
  readonly relation: 'supersedes' | 'superseded by'
  readonly other: OtherDecision
  readonly uri?: vscode.Uri
}

/** The document that a node stands for; undefined for a group. */
export function uriOf(node: DocumentNode): vscode.Uri | undefined {
  if ('design' in node) return node.design.uri
  return 'other' in node ? node.uri : undefined
}

/** The decisions that a decision refers to, one node each; none for other documents. */
export function othersOf(design: DesignFile, designs: readonly DesignFile[]): readonly OtherNode[] {
  const { supersedes, supersededBy } = design.entry
  const toNode = (relation: OtherNode['relation']) => (other: OtherDecision) => {
    const uri = otherDesign(designs, design, other)?.uri
    return { of: design, relation, other, ...(uri && { uri }) }
  }
  return [...supersededBy.map(toNode('superseded by')), ...supersedes.map(toNode('supersedes'))]
}

const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState

/** The tree item of a node. */
export function toTreeItem(node: DocumentNode, group: Grouping): vscode.TreeItem {
  if ('group' in node) return groupItem(node.group, group)
  return 'design' in node ? designItem(node.design, group) : otherItem(node)
}

function groupItem({ title, designs }: DesignGroup<DesignFile>, group: Grouping): vscode.TreeItem {
  const tree = new vscode.TreeItem(printable(group === 'folder' ? title : translated(title)), Expanded)
  tree.id = `${group}/${title}`
  tree.description = String(designs.length)
  if (group === 'folder') tree.iconPath = vscode.ThemeIcon.Folder
  return tree
}

function designItem(design: DesignFile, group: Grouping): vscode.TreeItem {
  const { uri, entry, name } = design
  const now = new Date()
  const label = printable(name)
  const words = printable(translated(rowWords(design, now, group)))
  const hasOthers = entry.supersedes.length + entry.supersededBy.length > 0
  const tree = new vscode.TreeItem(label, hasOthers ? Collapsed : None)
  tree.id = uri.toString()
  tree.description = words
  tree.iconPath = iconOf(design)
  tree.contextValue = 'design'
  // Escaped, since authors' texts are not Markdown here.
  tree.tooltip = new vscode.MarkdownString(
    [
      `**${escapeMarkdown(printable(entry.title))}**`,
      ...rowLines(design, now).map((line) => escapeMarkdown(printable(translated(line)))),
    ].join('\n\n'),
  )
  tree.accessibilityInformation = { label: `${label}, ${words}` }
  tree.command = openCommand(uri)
  return tree
}

function otherItem({ of, relation, other, uri }: OtherNode): vscode.TreeItem {
  const label = printable(relation === 'supersedes' ? t`supersedes ${other.text}` : t`superseded by ${other.text}`)
  const tree = new vscode.TreeItem(label)
  tree.id = `${of.uri}/${relation}/${other.text}/${other.path ?? ''}`
  tree.iconPath = new vscode.ThemeIcon(relation === 'supersedes' ? 'arrow-down' : 'arrow-up')
  if (uri) {
    tree.contextValue = 'design'
    tree.command = openCommand(uri)
  } else tree.description = t`not in this workspace`
  return tree
}

const openCommand = (uri: vscode.Uri): vscode.Command => ({
  command: 'vscode.open',
  title: t`Open`,
  arguments: [uri],
})

/** Shows how much of the checklist is met; an error takes precedence. */
function iconOf({ entry, isDecision }: ListedDesign): vscode.ThemeIcon {
  const icon = (name: string, color?: string) =>
    new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color))
  if (entry.findings.error > 0) return icon('error', 'problemsErrorIcon.foreground')
  if (isDecision) return icon(entry.supersededBy.length > 0 ? 'archive' : 'law')
  if (!entry.score) return icon('note')
  const { met, partial, missing } = entry.score
  if (partial + missing === 0) return icon('pass-filled', 'testing.iconPassed')
  return met === 0 ? icon('circle-large') : icon('color-mode', 'problemsWarningIcon.foreground')
}
