/** The command *New Document from Template…*. */

import * as vscode from 'vscode'
import { fillTitle, withDocumentType, withoutNumber } from '../../../core/template/naming.ts'
import { parseSnippet } from '../../../core/template/snippet.ts'
import { resolveVariable } from '../../builtIn.ts'
import { prepareSnippet } from '../../insertion.ts'
import type { Service } from '../../service.ts'
import { askForDocument, readRequest } from './askForDocument.ts'
import { createFile } from './createFile.ts'
import { openForEditing } from './openForEditing.ts'

/**
 * *New Document from Template…*: asks for type, title and place, then opens the file with working tab stops. A
 * keybinding may pass answers: `{ "type": "adr", "title": "…", "folder": "docs/adr" }`.
 */
export function registerNewDocument(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.newDocument', (given: unknown) => create(service, given))
}

async function create(service: Service, given: unknown): Promise<void> {
  const wanted = await askForDocument(service, readRequest(given))
  if (!wanted) return
  const { template, title, place } = wanted
  const uri = place && vscode.Uri.joinPath(place.folder, place.name)
  if (uri && !(await createFile(uri))) return
  const asked = place?.isDated ? withoutNumber(template.snippet.source) : template.snippet.source
  const filled = fillTitle(asked, title, place?.number)
  const text = parseSnippet(filled, resolveVariable).text
  // A template without a fixed title may not be recognised by its title.
  const isKnown = (await service.typeOf(text, uri)) === template.id
  const source = isKnown ? filled : withDocumentType(filled, template.id)
  const snippet = new vscode.SnippetString(await prepareSnippet(source, uri))
  const editor = await show(uri)
  await editor.insertSnippet(snippet, new vscode.Position(0, 0))
  // Saving keeps the tab stops, and avoids leaving an empty file behind if the window is closed now.
  if (uri) await editor.document.save()
}

const show = async (uri: vscode.Uri | undefined): Promise<vscode.TextEditor> =>
  uri
    ? openForEditing(uri)
    : vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown' }))
