/** The quick fix that lets the author say of which type a document is. */

import * as vscode from 'vscode'
import { toRange } from '../../convert.ts'
import type { Service } from '../../service.ts'

/** Say that the type of a document is not known, and let the author say it: in the front matter, where all can see it. */
export async function chooseType(service: Service, document: vscode.TextDocument): Promise<void> {
  const choose = 'Choose Type…'
  const question = 'Design Docs does not know what type of document this is.'
  if ((await vscode.window.showInformationMessage(question, choose)) !== choose) return
  const { types } = await service.workspaces.of(document.uri)
  const items = types.map(({ id, title }) => ({ label: title, description: id }))
  const chosen = await vscode.window.showQuickPick(items, { title: 'Type of This Document', matchOnDescription: true })
  if (!chosen) return
  const model = await service.model(document)
  if (!model) return
  const { range, places } = model.frontmatter
  const line = `documentType: ${chosen.description}\n`
  const declared = places['documentType']
  const edit = new vscode.WorkspaceEdit()
  if (declared) edit.replace(document.uri, toRange(document, declared), chosen.description)
  else if (range) edit.insert(document.uri, new vscode.Position(1, 0), line)
  else edit.insert(document.uri, new vscode.Position(0, 0), `---\n${line}---\n\n`)
  await vscode.workspace.applyEdit(edit)
}
