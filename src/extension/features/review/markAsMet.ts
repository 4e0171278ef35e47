/** The commands *Mark as Met…* and *Remove Mark*: an author answers a checklist item by a comment in the document. */

import * as vscode from 'vscode'
import { checklistTopics } from '../../../checklist/checklistTopics.ts'
import { type ChecklistId, reviewChecklist } from '../../../checklist/index.ts'
import { metByAuthor } from '../../../checklist/metByAuthor.ts'
import { metCommentEdit, unmarkEdit } from '../../../checklist/metComment.ts'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { applyIfUnchanged, editDocument, sayEdited } from '../../applying.ts'
import { toRange } from '../../convert.ts'
import type { DocumentReviews } from '../../documentReviews.ts'
import type { Reading } from '../../linting.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { checklistIdOf } from './reviewItems.ts'

/** Available in the Design Review at unmet items, and in the Command Palette, where it asks for the item first. */
export function registerMarkAsMet(service: Service, reviews: DocumentReviews): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.markAsMet', async (line?: unknown) => {
    const document = reviews.active
    const reading = document && (await service.read(document))
    if (!document || !reading?.model)
      return vscode.window.showInformationMessage(t`Open a design document to mark a checklist item as met.`)
    const id =
      checklistIdOf(line) ??
      (await askItem(reviewChecklist(reading.model, reading.type).filter(({ status }) => status !== 'met')))
    const reason = id && (await askReason(id))
    if (!reason) return undefined
    const now = await readAgain(service, document)
    if (!now?.model) return sayEdited()
    return change(document, metCommentEdit(now.model, now.type, id, reason))
  })
}

/** Available in the Design Review at items that are marked. */
export function registerUnmark(service: Service, reviews: DocumentReviews): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.unmark', async (line: unknown) => {
    const id = checklistIdOf(line)
    const document = reviews.active
    const reading = document && (await service.read(document))
    if (!id || !document || !reading?.model) return undefined
    const edit = unmarkEdit(reading.model, id)
    if (edit) return change(document, edit)
    // The comment shares its HTML with something else, so the author has to edit it.
    const comment = metByAuthor(reading.model).get(id)
    return comment && vscode.window.showTextDocument(document, { selection: toRange(document, comment) })
  })
}

/** Often enough for an author who types, so that a reason that was typed is not lost. */
const mostReadings = 5

/** The document as it is after the answer. A reading fails while the author types. */
async function readAgain(service: Service, document: vscode.TextDocument): Promise<Reading | undefined> {
  for (let reading = 1; reading < mostReadings; reading++) {
    const found = await service.read(document)
    if (found) return found
  }
  return service.read(document)
}

/** Applies an edit of the current version. */
const change = (document: vscode.TextDocument, edit: TextEdit): Promise<boolean> =>
  applyIfUnchanged(document, document.version, () => editDocument(document, [edit]))

async function askItem(items: ReturnType<typeof reviewChecklist>): Promise<ChecklistId | undefined> {
  if (items.length === 0) {
    void vscode.window.showInformationMessage(t`All checklist items are met.`)
    return undefined
  }
  const picks = items.map(({ id, reason = '' }) => ({
    label: translated(checklistTopics[id].label),
    detail: translated(reason),
    id,
  }))
  const chosen = await vscode.window.showQuickPick(picks, { title: t`Mark as Met`, placeHolder: t`Which item is met?` })
  return chosen?.id
}

const askReason = (id: ChecklistId) =>
  vscode.window.showInputBox({
    title: t`${translated(checklistTopics[id].label)}: Mark as Met`,
    prompt: t`Where is it covered, or why does it not apply to this design? Your answer becomes a comment for the next reader.`,
    placeHolder: translated(checklistTopics[id].reason),
    validateInput: (text) => (text.trim() === '' ? t`Give the next reader a reason.` : undefined),
    ignoreFocusOut: true,
  })
