/** Applies all fixes that need no answer, on save or as a command. */

import * as vscode from 'vscode'
import type { DiagramChecker } from '../../../core/diagrams/checker.ts'
import { combineFixes, safeFixesOf } from '../../../core/lint/edits.ts'
import { fixText } from '../../../core/lint/fixText.ts'
import { count } from '../../../core/text/count.ts'
import { applyIfUnchanged, editDocument, sayEdited } from '../../applying.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { isEnabled } from '../../linting.ts'
import { t, translated } from '../../localize.ts'
import type { Reader } from '../../neighbours.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'

const kind = vscode.CodeActionKind.SourceFixAll.append('designDocs')

/** Registers the application of all safe fixes: on save if the settings say so, and as a command. */
export function registerFixAll(service: Service): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      'markdown',
      {
        async provideCodeActions(document, _, { only }) {
          // Without this check, the light bulb would offer it at every finding.
          if (!only?.contains(kind) || !isEnabled(document)) return []
          const edits = combineFixes(safeFixesOf((await service.lint(document))?.messages ?? []))
          if (edits.length === 0) return []
          const action = new vscode.CodeAction(t`Fix all auto-fixable problems`, kind)
          action.edit = toWorkspaceEdit(document, edits)
          return [action]
        },
      },
      { providedCodeActionKinds: [kind] },
    ),
    vscode.commands.registerCommand('designDocs.fixAll', async () => {
      const document = vscode.window.activeTextEditor?.document
      if (document?.languageId !== 'markdown') {
        void vscode.window.showInformationMessage(t`Open a design document to fix its problems.`)
        return
      }
      await fixAll(service, document)
    }),
  )
}

/** Applies fixes until none is left, in a single undo step. */
async function fixAll(service: Service, document: vscode.TextDocument): Promise<void> {
  const { version, uri } = document
  const text = document.getText()
  const first = await service.lint(document)
  if (document.version !== version) return sayEdited()
  const file: Reader = { uri, isClosed: false }
  // As in the first pass: a comment that silences what only drawing finds must not seem unused.
  const check: DiagramChecker['check'] = (engine, source) => service.checkDiagram(document, engine, source)
  const { fixed, edits } = await fixText(text, async (now) => {
    const linted = now === text ? first : await service.lintFile(file, now, check)
    return { text: now, messages: linted?.messages ?? [] }
  }).finally(() => service.forgetFile(file))
  if (edits.length === 0) return showBriefly(t`$(check) Nothing to fix automatically`)
  if (await applyIfUnchanged(document, version, () => editDocument(document, edits)))
    showBriefly(t`$(check) Fixed ${translated(count(fixed, 'problem'))}`)
}
