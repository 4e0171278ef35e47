/** The command *Add All Missing Sections*. */

import * as vscode from 'vscode'
import type { DocumentModel } from '../../../core/document/document.ts'
import { optionalSections } from '../../../core/document/optionalSections.ts'
import { insertMissing, type MissingSection, outlineOf } from '../../../core/document/sections.ts'
import type { DocumentType, SectionSpec } from '../../../core/template/documentType.ts'
import { printable } from '../../../core/text/printable.ts'
import { sayEdited } from '../../applying.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'
import { reviewAs } from '../review/reviewAs.ts'
import { firstSentence, placeOf } from './fragmentItems.ts'
import { insertInto } from './insertText.ts'

/**
 * *Add All Missing Sections*: adds all in a single undo step. If none is missing, for instance because a guessed type
 * or the free form requires none, the user picks from the template's other sections.
 */
export function registerMissingSections(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.addMissingSections', async () => {
    const document = vscode.window.activeTextEditor?.document
    if (document?.languageId !== 'markdown') {
      void vscode.window.showInformationMessage(t`Open a design document to add its missing sections.`)
      return
    }
    const { version } = document
    const read = await service.read(document)
    if (document.version !== version) return sayEdited()
    if (!read?.type)
      return offerReviewAs(service, document, t`No document type matches this file, so no sections are missing.`)
    if (!read.model) {
      void vscode.window.showInformationMessage(t`This document is too long for Design Docs.`)
      return
    }
    const { model, type } = read
    const edits = insertMissing(model, type)
    if (edits.length > 0) {
      await insertInto(document, edits)
      return
    }
    const { type: optional, missing } = optionalSections(model, type)
    const title = printable(translated(type.title))
    if (missing.length > 0)
      await offerSections(service, document, { model, type: optional, isGuessed: type.isGuessed === true })
    else if (type.isGuessed)
      await offerReviewAs(service, document, t`“${title}” is only a guess, and none of its sections is missing.`)
    else showBriefly(t`$(check) No section of “${title}” is missing`)
  })
}

interface SectionItem extends vscode.QuickPickItem {
  readonly missing: MissingSection
}

interface Offer {
  readonly model: DocumentModel
  /** A variant of the type that requires every section. */
  readonly type: DocumentType
  readonly isGuessed: boolean
}

/** Lets the user pick sections to add. */
async function offerSections(
  service: Service,
  document: vscode.TextDocument,
  { model, type, isGuessed }: Offer,
): Promise<void> {
  const items = outlineOf(model, type).missing.map(
    (missing): SectionItem => ({
      missing,
      label: missing.spec.title,
      description: placeOf(missing),
      detail: firstSentence(missing.spec.guidance),
    }),
  )
  const title = printable(translated(type.title))
  const answer = await pickMany(
    items,
    isGuessed
      ? t`“${title}” is a guess: which sections do you want?`
      : t`No section of “${title}” is missing: which others do you want?`,
    isGuessed,
  )
  if (answer === 'reviewAs') return reviewAs(service, document)
  if (!answer || answer.length === 0) return
  const wanted: ReadonlySet<SectionSpec> = new Set(answer.map(({ missing }) => missing.spec))
  // The text may have changed while the list was open.
  const now = await service.model(document)
  const edits = now ? insertMissing(now, type, wanted) : []
  if (edits.length > 0) await insertInto(document, edits)
  else sayEdited()
}

/** @param isGuessed also offer to declare the document's type */
function pickMany(
  items: readonly SectionItem[],
  placeholder: string,
  isGuessed: boolean,
): Promise<readonly SectionItem[] | 'reviewAs' | undefined> {
  const box = vscode.window.createQuickPick<SectionItem>()
  box.title = t`Add Missing Sections`
  box.placeholder = placeholder
  box.canSelectMany = true
  box.matchOnDescription = true
  box.matchOnDetail = true
  box.items = items
  if (isGuessed) box.buttons = [{ iconPath: new vscode.ThemeIcon('tag'), tooltip: t`Review as…` }]
  return new Promise((resolve) => {
    const done = (answer: readonly SectionItem[] | 'reviewAs' | undefined) => {
      resolve(answer)
      for (const each of disposables) each.dispose()
    }
    const disposables = [
      box,
      box.onDidAccept(() => done(box.selectedItems)),
      box.onDidTriggerButton(() => done('reviewAs')),
      box.onDidHide(() => done(undefined)),
    ]
    box.show()
  })
}

async function offerReviewAs(service: Service, document: vscode.TextDocument, reason: string): Promise<void> {
  const choose = t`Review as…`
  if ((await vscode.window.showInformationMessage(reason, choose)) === choose) await reviewAs(service, document)
}
