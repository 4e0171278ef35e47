/** The command *Insert Section or Fragment…*. */

import * as vscode from 'vscode'
import { type Language, languageOf } from '../../../core/document/language.ts'
import { optionalSections } from '../../../core/document/optionalSections.ts'
import { insertionOf, type MissingSection, outlineOf } from '../../../core/document/sections.ts'
import { insertFragment } from '../../../core/template/insertPlace.ts'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { sayEdited } from '../../applying.ts'
import { maxDocumentLength } from '../../linting.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'
import { languageOfNew } from '../../templateLanguage.ts'
import { fragmentItems, type InsertItem, sectionItems } from './fragmentItems.ts'
import { insertEdits } from './insertText.ts'
import { createSnippetPreview, type SnippetPreview } from './snippetPreview.ts'
import { renderedText } from './snippetText.ts'
import { templatesHere } from './templateItems.ts'

/**
 * *Insert Section or Fragment…*: first missing and optional sections, which are inserted where they belong; then
 * fragments, which are inserted at the cursor or the next place where a block may be. A keybinding may pass the answer:
 * `{ "fragment": "risks" }`.
 */
export function registerInsertFragment(service: Service): vscode.Disposable {
  const preview = createSnippetPreview()
  return vscode.Disposable.from(
    preview,
    vscode.commands.registerCommand('designDocs.insertFragment', (given: unknown) => insert(service, preview, given)),
  )
}

async function insert(service: Service, preview: SnippetPreview, given: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage(t`Open a Markdown document to insert a section or a fragment.`)
    return
  }
  const { document } = editor
  if (document.getText().length > maxDocumentLength) return showBriefly(t`This document is too long for Design Docs.`)
  const items = listItems(service, document, document.offsetAt(editor.selection.active))
  const chosen = (given ? findGiven(await items, given) : undefined) ?? (await choose(items, preview))
  if (!chosen) return
  const edit = await editFor(service, editor, chosen)
  if (edit) await insertEdits(editor, [edit])
  else sayEdited()
}

/** The document's current outline with missing and optional sections; undefined if it is not a design document. */
async function readOutline(service: Service, document: vscode.TextDocument) {
  const { model, type } = (await service.read(document)) ?? {}
  return model && type ? { model, type, ...outlineOf(model, type), optional: optionalSections(model, type) } : undefined
}

/** The document's own language; if it has too little text to tell, the language of new documents. */
async function languageFor(service: Service, document: vscode.TextDocument): Promise<Language> {
  const model = await service.model(document)
  return (model && languageOf(model)) ?? languageOfNew(document.uri)
}

async function listItems(
  service: Service,
  document: vscode.TextDocument,
  offset: number,
): Promise<readonly InsertItem[]> {
  const outline = await readOutline(service, document)
  const templates = await templatesHere(service, await languageFor(service, document))
  return [
    ...(outline ? sectionItems(t`missing`, outline.missing, offset) : []),
    ...(outline ? sectionItems(t`optional`, outline.optional.missing, offset) : []),
    ...fragmentItems(templates.filter(({ type }) => !type)),
  ]
}

/** The fragment passed with the command; undefined if there is none, or its name is unknown. */
function findGiven(items: readonly InsertItem[], given: unknown): InsertItem['insertion'] {
  const { fragment }: { readonly fragment?: unknown } = typeof given === 'object' && given !== null ? given : {}
  return items.find(({ insertion }) => insertion && 'fragment' in insertion && insertion.fragment.id === fragment)
    ?.insertion
}

/** Undefined if the document is being edited, or no longer lacks the section. */
async function editFor(
  service: Service,
  editor: vscode.TextEditor,
  insertion: NonNullable<InsertItem['insertion']>,
): Promise<TextEdit | undefined> {
  const { document } = editor
  const outline = await readOutline(service, document)
  if ('missing' in insertion) {
    if (!outline) return undefined
    const { model, type, optional } = outline
    const isChosen = ({ spec }: MissingSection) => spec === insertion.missing.spec
    const missing = outline.missing.find(isChosen)
    if (missing) return insertionOf(model, type, missing)
    const wanted = optional.missing.find(isChosen)
    return wanted && insertionOf(model, optional.type, wanted)
  }
  const model = outline?.model ?? (await service.model(document))
  // The author may have typed while the list was open.
  const offset = document.offsetAt(editor.selection.active)
  return model && insertFragment(model, offset, insertion.fragment.snippet.source, outline?.found)
}

/** Undefined if the user cancels. */
function choose(
  items: Promise<readonly InsertItem[]>,
  preview: SnippetPreview,
): Promise<InsertItem['insertion'] | undefined> {
  const box = vscode.window.createQuickPick<InsertItem>()
  box.title = t`Insert Section or Fragment`
  box.placeholder = t`What do you want to insert?`
  box.matchOnDescription = true
  box.matchOnDetail = true
  box.busy = true
  void items.then((ready) => {
    box.items = ready
    box.busy = false
  })
  return new Promise((resolve) => {
    let isDone = false
    const done = (insertion: InsertItem['insertion']) => {
      if (isDone) return
      isDone = true
      for (const each of disposables) each.dispose()
      void preview.close().then(() => resolve(insertion))
    }
    const disposables = [
      box,
      box.onDidAccept(() => done(box.selectedItems[0]?.insertion)),
      box.onDidHide(() => done(undefined)),
      box.onDidChangeActive(([active]) => active && preview.update(textOf(active))),
      box.onDidTriggerItemButton(({ item }) => {
        // Keeps the quick pick open when the preview takes the focus.
        box.ignoreFocusOut = true
        void preview.show(textOf(item))
      }),
    ]
    box.show()
  })
}

const textOf = ({ insertion }: InsertItem): string =>
  insertion
    ? renderedText('missing' in insertion ? insertion.missing.spec.snippet : insertion.fragment.snippet.source)
    : ''
