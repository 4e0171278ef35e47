/** Writes both sides of a supersession, the old and the new decision, in one step. */

import * as vscode from 'vscode'
import { addSupersedes, supersedeBy } from '../../../core/decisions/edits.ts'
import { folderOfRecords } from '../../../core/decisions/fileName.ts'
import { type Decision, isDecisionType, readDecision } from '../../../core/decisions/record.ts'
import { createDocument } from '../../../core/document/document.ts'
import { languageOf } from '../../../core/document/language.ts'
import { createParser } from '../../../core/markdown/slices.ts'
import { hasTitleOf } from '../../../core/template/detect.ts'
import { fillTitle, nameDocument, withDocumentType, withoutNumber } from '../../../core/template/naming.ts'
import { escapeSnippet, parseSnippet } from '../../../core/template/snippet.ts'
import type { Template } from '../../../core/template/template.ts'
import { printable } from '../../../core/text/printable.ts'
import { relativePath } from '../../../core/text/relativePath.ts'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { applyIfUnchanged } from '../../applying.ts'
import { resolveVariable } from '../../builtIn.ts'
import { toRange } from '../../convert.ts'
import { prepareSnippet } from '../../insertion.ts'
import { t } from '../../localize.ts'
import { openCurrent } from '../../openCurrent.ts'
import { folderOf, shownPath } from '../../paths.ts'
import { encode } from '../../platform.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'
import { languageOfNew } from '../../templateLanguage.ts'
import { linkOnTheWay, takeBack } from '../../writing.ts'
import { namesIn } from '../write/places.ts'
import type { OpenDecision } from './openDecision.ts'

/** The decision being superseded. */
export interface Old extends OpenDecision {
  readonly document: vscode.TextDocument
  /** The version of the document that was read as `model`. */
  readonly version: number
  readonly decision: Decision
}

/** Both files are saved according to the refactoring settings, since each is wrong without the other. */
const metadata = { isRefactoring: true }

/** Replaces a decision by another one of the folder. Changes both files or neither. */
export async function supersedeByExisting(old: Old, by: Decision): Promise<void> {
  const uri = vscode.Uri.joinPath(folderOf(old.document.uri), by.name)
  const reason = (await whyReadOnly(old.document.uri)) ?? (await whyReadOnly(uri))
  if (reason) return refuse(reason)
  const document = await openCurrent(uri).catch(() => undefined)
  if (!document) return refuse(t`${shownPath(uri)} cannot be read.`)
  const apply = () => {
    const model = createDocument(createParser().parse(document.getText()), [])
    const edit = new vscode.WorkspaceEdit()
    add(edit, old.document, supersedeBy(old.model, { label: by.label, path: by.name }))
    add(edit, document, addSupersedes(model, { label: old.decision.label, path: old.decision.name }))
    return vscode.workspace.applyEdit(edit, metadata)
  }
  const fail = () => refuse(t`One of the two files cannot be changed.`)
  if (await applyIfUnchanged(old.document, old.version, apply, fail))
    showBriefly(t`$(check) ${by.name} now says that it supersedes this decision`)
}

/** Replaces a decision by a new one, based on the old one's template. Changes both files or neither. */
export async function supersedeByNew(service: Service, old: Old, title: string): Promise<void> {
  const folder = folderOfRecordsAt(old.document.uri)
  const { name, number, isDated } = nameDocument(title, await namesIn(folder), true, new Date())
  const uri = vscode.Uri.joinPath(folder, name)
  const reason = (await whyReadOnly(old.document.uri)) ?? (await whyReadOnly(folder))
  if (reason) return refuse(reason)

  const snippet = await writeNew(service, old, uri, title, isDated ? '' : number)
  const text = parseSnippet(snippet, resolveVariable).text
  const { label } = readDecision(createDocument(createParser().parse(text), []), name)
  const apply = async () => {
    const edit = new vscode.WorkspaceEdit()
    // First, so that nothing else is changed if it fails.
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: encode(text) })
    add(edit, old.document, supersedeBy(old.model, { label, path: linkTo(old.document.uri, uri) }))
    const isApplied = await vscode.workspace.applyEdit(edit, metadata)
    // VS Code may have created the file before it refused the rest.
    if (!isApplied) await takeBack(uri, encode(text))
    return isApplied
  }
  const fail = () =>
    refuse(t`${shownPath(uri)} cannot be created, or ${shownPath(old.document.uri)} cannot be changed.`)
  if (await applyIfUnchanged(old.document, old.version, apply, fail)) await openNew(uri, snippet)
}

/** Opens the new decision, with working tab stops. */
async function openNew(uri: vscode.Uri, snippet: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri)
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
  if (!editor) return
  // The same text again, as a snippet.
  const whole = new vscode.Range(0, 0, editor.document.lineCount, 0)
  await editor.insertSnippet(new vscode.SnippetString(snippet), whole, { undoStopBefore: false, undoStopAfter: false })
  await editor.document.save()
}

/** The template with title, number and the link to the old decision filled in, in snippet syntax. */
async function writeNew(
  service: Service,
  old: Old,
  uri: vscode.Uri,
  title: string,
  /** Empty if records have no numbers. */
  number: string | undefined,
): Promise<string> {
  const { document, decision } = old
  const templates = await service.workspaces.documentsIn(
    vscode.workspace.getWorkspaceFolder(document.uri),
    languageOf(old.model) ?? languageOfNew(document.uri),
  )
  const template = formOf(old, templates)
  const own = template?.snippet.source ?? `# ${escapeSnippet(title)}\n`
  const filled = fillTitle(number === '' ? withoutNumber(own) : own, title, number || undefined)
  const isKnown = (await service.typeOf(parseSnippet(filled, resolveVariable).text, uri)) === template?.id
  const source = await prepareSnippet(isKnown || !template ? filled : withDocumentType(filled, template.id), uri)
  const { text, sourceOffset } = parseSnippet(source, resolveVariable)
  const model = createDocument(createParser().parse(text), [])
  return addSupersedes(model, { label: decision.label, path: linkTo(uri, document.uri) }).reduceRight(
    (result, { start, end, newText }) =>
      result.slice(0, sourceOffset(start)) + escapeSnippet(newText) + result.slice(sourceOffset(end)),
    source,
  )
}

/**
 * The template whose format the old decision has. Formats share headings, so a guessed type is the smallest of them; if
 * no section has the status, the title line is a better sign.
 */
function formOf({ model, type }: Old, templates: readonly Template[]): Template | undefined {
  const isTold = type.isGuessed && !model.sections.some(({ key }) => key === 'status')
  const byTitle = isTold
    ? templates.find((each) => each.type && isDecisionType(each.type) && hasTitleOf(model, each.type))
    : undefined
  return byTitle ?? templates.find((each) => each.type?.id === type.id) ?? templates.find(({ id }) => id === 'adr')
}

/** The folder of the neighbouring records: one level up if each record has a folder of its own. */
export const folderOfRecordsAt = (uri: vscode.Uri): vscode.Uri => uri.with({ path: folderOfRecords(uri.path) })

const linkTo = (from: vscode.Uri, to: vscode.Uri): string => relativePath(folderOf(from).path, to.path)

const add = (edit: vscode.WorkspaceEdit, document: vscode.TextDocument, edits: readonly TextEdit[]): void =>
  edit.set(
    document.uri,
    edits.map((each) => vscode.TextEdit.replace(toRange(document, each), each.newText)),
  )

/** Undefined if the file can be written, as far as can be known without trying. */
async function whyReadOnly(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const isReadOnly =
      vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ||
      ((await vscode.workspace.fs.stat(uri)).permissions ?? 0) & vscode.FilePermission.Readonly
    const link = await linkOnTheWay(uri)
    if (link) return t`${shownPath(link)} is a symbolic link. Nothing was changed.`
    return isReadOnly ? t`${shownPath(uri)} is read-only. Nothing was changed.` : undefined
  } catch {
    return t`${shownPath(uri)} cannot be read. Nothing was changed.`
  }
}

const refuse = (reason: string): void => void vscode.window.showErrorMessage(printable(reason))
