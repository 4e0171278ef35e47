/** The command *Why?* for an item of the Design Review, which lists the passages that were read for it. */

import * as vscode from 'vscode'
import { checklistTopics } from '../../../checklist/checklistTopics.ts'
import { checklistIds } from '../../../checklist/index.ts'
import { count } from '../../../core/text/count.ts'
import { printable } from '../../../core/text/printable.ts'
import { type ItemReasons, type Passage, whyItem } from '../../../review/whyItem.ts'
import { toRange } from '../../convert.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { checklistIdOf } from './reviewItems.ts'

interface PassageItem extends vscode.QuickPickItem {
  readonly passage?: Passage
}

/** Available in the Design Review at each checklist item, and in the Command Palette, where it first asks for one. */
export function registerWhyItem(service: Service, reviews: DocumentReviews): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.whyItem', async (line?: unknown) => {
    const document = reviews.active
    const reading = document && (await service.read(document))
    if (!document || !reading?.model)
      return vscode.window.showInformationMessage(t`Open a design document to ask about a checklist item.`)
    const items = checklistIds.map((id) => ({ label: translated(checklistTopics[id].label), id }))
    const options = { title: t`Why?`, placeHolder: t`Which checklist item?` }
    const id = checklistIdOf(line) ?? (await vscode.window.showQuickPick(items, options))?.id
    if (id) await showReasons(document, whyItem(reading.model, reading.type, id))
    return undefined
  })
}

/** Reveals the passage of the active list entry; Enter moves the cursor there. */
async function showReasons(document: vscode.TextDocument, reasons: ItemReasons): Promise<void> {
  const { label, item, metWhen, passages } = reasons
  const pick = vscode.window.createQuickPick<PassageItem>()
  pick.title = `${translated(label)}: ${translated(item.status)}. ${printable(translated(item.reason ?? ''))}`
  pick.placeholder = translated(metWhen)
  pick.matchOnDetail = true
  pick.items = itemsOf(document, reasons)
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: true })
  const before = editor.visibleRanges[0]
  const chosen = await new Promise<Passage | undefined>((done) => {
    // The first entry is active by default: do not scroll before the user moves.
    let isMoved = false
    pick.onDidChangeActive(([active]) => {
      if (isMoved && active?.passage) reveal(editor, active.passage)
      isMoved = true
    })
    pick.onDidAccept(() => done(pick.activeItems[0]?.passage))
    pick.onDidHide(() => done(undefined))
    pick.show()
  })
  pick.dispose()
  if (chosen) {
    const { start } = toRange(document, chosen)
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, start) })
  } else if (passages.length > 0 && before) editor.revealRange(before)
}

function itemsOf(document: vscode.TextDocument, { evidence, passages }: ItemReasons): readonly PassageItem[] {
  const headline = (label: string): PassageItem => ({ label, kind: vscode.QuickPickItemKind.Separator })
  if (!evidence && passages.length === 0)
    return [{ label: t`Nothing in this document mentions it`, iconPath: new vscode.ThemeIcon('circle-slash') }]
  return [
    ...(evidence ? [headline(t`strongest evidence`), toItem(document, evidence)] : []),
    ...(passages.length > 0
      ? [headline(t`words that count for it, in ${translated(count(passages.length, 'place'))}`)]
      : []),
    ...passages.map((passage) => toItem(document, passage)),
  ]
}

function toItem(document: vscode.TextDocument, passage: Passage): PassageItem {
  const { start } = toRange(document, passage)
  return {
    label: printable(passage.text),
    description: t`Ln ${start.line + 1}`,
    ...(passage.words.length > 0 && {
      detail: passage.words.map(({ words, meaning }) => printable(`“${words}”: ${translated(meaning)}`)).join(' · '),
    }),
    passage,
  }
}

const reveal = (editor: vscode.TextEditor, passage: Passage): void => {
  const range = toRange(editor.document, passage)
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}
