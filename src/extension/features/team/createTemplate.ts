/** The command *Create Template from This Document…*. */

import * as vscode from 'vscode'
import type { DocumentModel } from '../../../core/document/document.ts'
import { deriveTemplate } from '../../../core/template/derive.ts'
import { detectUndeclared } from '../../../core/template/detect.ts'
import { templatesPath } from '../../../core/template/files.ts'
import { nameDocument } from '../../../core/template/naming.ts'
import { t } from '../../localize.ts'
import { pathOf } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { createFile } from '../write/createFile.ts'
import { openForEditing } from '../write/openForEditing.ts'
import { askText } from '../write/wizard.ts'

/**
 * *Create Template from This Document…*: asks for a name, and opens the new template in `.design-docs/templates`. A
 * keybinding may pass the answer: `{ "title": "Runbook" }`.
 */
export function registerCreateTemplate(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.createTemplate', (given: unknown) => create(service, given))
}

async function create(service: Service, given: unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document
  const model = document?.languageId === 'markdown' ? await service.model(document) : undefined
  if (!document || !model) {
    void vscode.window.showInformationMessage(t`Open a Markdown document to create a template from it.`)
    return
  }
  const title = readTitle(given) ?? (await askTitle(proposedTitle(model)))
  if (title === undefined) return
  const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0]
  const { types, config } = await service.workspaces.in(folder)
  const home = folder && vscode.Uri.joinPath(folder.uri, templatesPath)
  const taken = [...types.map(({ id }) => `${id}.md`), ...(home ? await namesIn(home) : [])]
  const { name } = nameDocument(title, taken, false)
  const id = name.replace(/\.md$/, '')
  const known = detectUndeclared(model, pathOf(document.uri), types, config.types ?? [])?.id
  const text = deriveTemplate(model, { id, title, prefix: id, known })
  if (!home) {
    const untitled = await vscode.workspace.openTextDocument({ language: 'markdown', content: text })
    await vscode.window.showTextDocument(untitled)
    return
  }
  const uri = vscode.Uri.joinPath(home, name)
  if (!(await createFile(uri))) return
  const editor = await openForEditing(uri)
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text))
  editor.selection = new vscode.Selection(0, 0, 0, 0)
  await editor.document.save()
}

function readTitle(given: unknown): string | undefined {
  const { title }: { title?: unknown } = typeof given === 'object' && given !== null ? given : {}
  return typeof title === 'string' && title.trim() ? title.trim() : undefined
}

async function askTitle(value: string): Promise<string | undefined> {
  const answer = await askText({
    frame: { title: t`Create Template from This Document`, step: 1, totalSteps: 1 },
    prompt: t`Name of the document type; the template is saved in .design-docs/templates`,
    placeholder: t`For example: Runbook`,
    value,
    validate: (text) => (text.trim() ? undefined : t`A document type needs a name`),
  })
  return answer && answer !== 'back' ? answer.value.trim() : undefined
}

/** `System Design: Orders` suggests `System Design`, and `ADR-0007: …` suggests `ADR`. */
const proposedTitle = ({ title }: DocumentModel): string =>
  /^(\p{L}[\p{L} /&-]{1,40}?)(?:[-# ]?\d{1,6})?\s?:/u.exec(title?.title ?? '')?.[1]?.trim() ?? ''

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name)
  } catch {
    return []
  }
}
