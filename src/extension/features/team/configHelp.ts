/** Completes ids of document types in the team's config, and offers corrections of unknown words. */

import * as vscode from 'vscode'
import { typeIdPlace } from '../../../core/lint/configPlaces.ts'
import { noType } from '../../../core/template/documentType.ts'
import { configPath } from '../../../core/template/files.ts'
import { printable } from '../../../core/text/printable.ts'
import { source, toRange } from '../../convert.ts'
import { t, translated } from '../../localize.ts'
import { pathOf } from '../../paths.ts'
import type { Service } from '../../service.ts'

const selector: vscode.DocumentSelector = { pattern: `**/${configPath}` }

/** Adds what the schema cannot know: the types of this team, and the likely correction of an unknown word. */
export function registerConfigHelp(service: Service): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: (document, position) => typeIds(service, document, position) },
      '"',
      ':',
    ),
    vscode.languages.registerCodeActionsProvider(
      selector,
      { provideCodeActions: (document, _, { diagnostics }) => fixes(service, document, diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  )
}

async function typeIds(
  service: Service,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const place = pathOf(document.uri) === configPath && typeIdPlace(document.getText(), document.offsetAt(position))
  if (!place) return []
  const { types } = await service.workspaces.of(document.uri)
  const range = toRange(document, place)
  const toItem = (id: string, title: string, index: number): vscode.CompletionItem => ({
    label: { label: JSON.stringify(id), description: printable(title) },
    kind: vscode.CompletionItemKind.Value,
    insertText: JSON.stringify(id),
    sortText: String(index).padStart(4, '0'),
    range,
  })
  return [
    ...types.map(({ id, title }, index) => toItem(id, title, index)),
    toItem(noType, t`not a design document`, types.length),
  ]
}

/** For our own problems in the file, as last saved. */
async function fixes(
  service: Service,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<vscode.CodeAction[]> {
  const ours = diagnostics.filter((diagnostic) => diagnostic.source === source)
  if (ours.length === 0 || pathOf(document.uri) !== configPath) return []
  const { problems } = await service.workspaces.of(document.uri)
  return ours.flatMap((diagnostic) => {
    const instead = problems.find(({ reason }) => printable(translated(reason)) === diagnostic.message)?.instead
    // The text may have changed since.
    if (instead === undefined || !/^(?:"[^"\r\n]*"|true|false|\d)$/.test(document.getText(diagnostic.range))) return []
    const action = new vscode.CodeAction(t`Change to ${instead}`, vscode.CodeActionKind.QuickFix)
    action.edit = new vscode.WorkspaceEdit()
    action.edit.replace(document.uri, diagnostic.range, instead)
    action.isPreferred = true
    action.diagnostics = [diagnostic]
    return [action]
  })
}
