/** Determines which diagrams of which document a command applies to. */

import * as vscode from 'vscode'
import { cardsOf } from '../../../core/diagrams/cards.ts'
import type { DiagramCard } from '../../../core/diagrams/protocol.ts'
import type { Diagram, DocumentModel } from '../../../core/document/document.ts'
import { t } from '../../localize.ts'
import { mayHaveDiagrams } from '../../models.ts'
import { nameOf } from '../../paths.ts'
import { showBriefly } from '../../statusBar.ts'
import type { PreviewPanel } from './previewPanel.ts'

/** What diagram commands need: the panel, which draws, and the models. */
export interface DiagramAccess {
  readonly previews: {
    current(): PreviewPanel | undefined
    open(): PreviewPanel
  }
  readonly modelOf: (document: vscode.TextDocument) => Promise<DocumentModel | undefined>
}

/** A diagram of a document with its card, ready to be drawn. */
export interface Entry {
  readonly card: DiagramCard
  readonly diagram: Diagram
}

/** All diagrams of a document. */
export async function entriesOf(
  { modelOf }: Pick<DiagramAccess, 'modelOf'>,
  document: vscode.TextDocument,
): Promise<readonly Entry[]> {
  const model = await modelOf(document)
  return model ? entriesIn(model, document.uri) : []
}

/** All diagrams of a model. @param uri of its document */
export function entriesIn(model: DocumentModel, uri: vscode.Uri): readonly Entry[] {
  const cards = cardsOf(model, nameOf(uri))
  return model.diagrams.flatMap((diagram, index) => {
    const card = cards[index]
    return card ? [{ card, diagram }] : []
  })
}

/** The document that a command applies to: the panel's, if its menu was opened or it has the focus. */
export function documentFor({ previews }: DiagramAccess, context: unknown): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document
  const isMeant = idIn(context) === undefined && active !== undefined && mayHaveDiagrams(active)
  return isMeant ? active : previews.current()?.document
}

/** The diagram that a command applies to: that of the menu, the one under the cursor, the only one, or a chosen one. */
export async function chooseDiagram(
  access: DiagramAccess,
  context: unknown,
): Promise<{ readonly document: vscode.TextDocument; readonly entry: Entry } | undefined> {
  const document = documentFor(access, context)
  const entries = document ? await entriesOf(access, document) : []
  if (!document || entries.length === 0) return sayNoDiagrams()
  const id = idIn(context)
  const editor = vscode.window.activeTextEditor
  const cursor = editor?.document === document ? document.offsetAt(editor.selection.active) : -1
  const entry =
    id === undefined
      ? (entries.find(({ diagram: { start, end } }) => start <= cursor && cursor <= end) ?? (await pick(entries)))
      : entries.find(({ card }) => card.id === id)
  return entry && { document, entry }
}

export function sayNoDiagrams(): undefined {
  showBriefly(t`There are no diagrams in this document`)
}

/** The id of the card whose menu was opened; undefined if the command was called elsewhere. */
function idIn(context: unknown): string | undefined {
  const id = typeof context === 'object' && context !== null && 'diagram' in context ? context.diagram : undefined
  return typeof id === 'string' ? id : undefined
}

async function pick(entries: readonly Entry[]): Promise<Entry | undefined> {
  const items = entries.map((entry) => ({ label: entry.card.title, description: t`Line ${entry.card.line}`, entry }))
  const [only] = items
  const item = items.length === 1 ? only : await vscode.window.showQuickPick(items, { title: t`Which Diagram?` })
  return item?.entry
}
