/** The command *Insert Template…*. */

import * as vscode from 'vscode'
import { isDecisionType, readDecision } from '../../../core/decisions/record.ts'
import { isBlank } from '../../../core/document/blank.ts'
import type { DocumentModel } from '../../../core/document/document.ts'
import type { DocumentType } from '../../../core/template/documentType.ts'
import { joinDocument } from '../../../core/template/joinDocument.ts'
import { fillTitle, numberOf, withDocumentType } from '../../../core/template/naming.ts'
import { parseSnippet } from '../../../core/template/snippet.ts'
import { applyIfUnchanged } from '../../applying.ts'
import { resolveVariable } from '../../builtIn.ts'
import { prepareSnippet } from '../../insertion.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { documentItems } from './templateItems.ts'

/**
 * *Insert Template…*: a whole document with working tab stops, in a document without text. Existing front matter and
 * title are kept. In a document with text, a template would add a second document, so the user is offered what can be
 * inserted there. A keybinding may pass the answer: `{ "type": "adr" }`.
 */
export function registerInsertTemplate(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.insertTemplate', async (given: unknown) => {
    const editor = vscode.window.activeTextEditor
    if (editor?.document.languageId !== 'markdown') {
      void vscode.window.showInformationMessage(t`Open a Markdown document to insert a template.`)
      return
    }
    const model = await service.model(editor.document)
    if (!model) return
    if (isBlank(model)) await insert(service, editor, model, readGiven(given))
    else await offerOthers((await service.read(editor.document))?.type !== undefined)
  })
}

async function insert(
  service: Service,
  editor: vscode.TextEditor,
  model: DocumentModel,
  given: string | undefined,
): Promise<void> {
  const { uri, version } = editor.document
  const items = documentItems(service)
  const wanted = given === undefined ? undefined : (await items).find((item) => item.template?.id === given)
  const chosen =
    wanted ??
    (await vscode.window.showQuickPick(items, {
      title: t`Insert Template`,
      placeHolder: t`What do you want to write?`,
      matchOnDescription: true,
      matchOnDetail: true,
    }))
  if (!chosen) return
  const { template } = chosen
  const { title, number } = headOf(model, template.type, uri.path)
  const joined = joinDocument(model, fillTitle(template.snippet.source, title, number))
  const text = await prepareSnippet(await nameType(service, model, joined, template.id, uri), uri)
  // Only into the version that was read as blank, since it replaces everything.
  await applyIfUnchanged(editor.document, version, () => {
    const last = editor.document.lineAt(editor.document.lineCount - 1)
    const all = new vscode.Range(new vscode.Position(0, 0), last.range.end)
    return editor.insertSnippet(new vscode.SnippetString(text), all)
  })
}

function readGiven(given: unknown): string | undefined {
  const { type }: { readonly type?: unknown } = typeof given === 'object' && given !== null ? given : {}
  return typeof type === 'string' ? type : undefined
}

/** The document's title, without the prefix that the template adds, and the number of the document or its file. */
function headOf({ title, ...model }: DocumentModel, type: DocumentType | undefined, path: string) {
  const number = numberOf(path)
  if (!title) return { title: undefined, number }
  if (type && isDecisionType(type)) {
    const decision = readDecision({ title, ...model }, path)
    return { title: decision.title, number: number ?? decision.number?.toString() }
  }
  const prefix = type?.titlePrefix ?? ''
  const isPrefixed = title.title.toLowerCase().startsWith(prefix.toLowerCase())
  return { title: isPrefixed ? title.title.slice(prefix.length).trim() : title.title, number }
}

/** Declares the document's type in the front matter, if it is not recognised otherwise. */
async function nameType(
  service: Service,
  model: DocumentModel,
  snippet: string,
  id: string,
  uri: vscode.Uri,
): Promise<string> {
  const { data, range } = model.frontmatter
  const isToml = range !== undefined && model.text.startsWith('+++', range.start)
  if (data['documentType'] !== undefined || isToml) return snippet
  const isKnown = (await service.typeOf(parseSnippet(snippet, resolveVariable).text, uri)) === id
  return isKnown ? snippet : withDocumentType(snippet, id)
}

interface Other extends vscode.QuickPickItem {
  readonly command: string
}

const addSections: Other = {
  label: t`$(checklist) Add All Missing Sections`,
  detail: t`Sections of the document type that are missing here`,
  command: 'designDocs.addMissingSections',
}

/**
 * Offers what can be inserted into a document with text.
 *
 * @param hasType without a type there are no missing sections
 */
async function offerOthers(hasType: boolean): Promise<void> {
  const others: readonly Other[] = [
    {
      label: t`$(add) Insert Section or Fragment…`,
      detail: t`Missing sections where they belong, or a section, diagram or pattern at the cursor`,
      command: 'designDocs.insertFragment',
    },
    ...(hasType ? [addSections] : []),
    {
      label: t`$(new-file) New Document from Template…`,
      detail: t`The template in a new file`,
      command: 'designDocs.newDocument',
    },
  ]
  const chosen = await vscode.window.showQuickPick(others, {
    title: t`Insert Template`,
    placeHolder: t`This document already has text; a template would add a second document to it.`,
    matchOnDetail: true,
  })
  if (chosen) await vscode.commands.executeCommand(chosen.command)
}
