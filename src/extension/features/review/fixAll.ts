/** Applies all fixes that need no answer, on save or as a command. */

import * as vscode from 'vscode'
import { appliedOf, combineFixes, safeFixesOf } from '../../../core/lint/edits.ts'
import { count } from '../../../core/text/count.ts'
import type { TextEdit } from '../../../core/text/textEdit.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { isEnabled } from '../../linting.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { showBriefly } from '../../statusBar.ts'

const kind = vscode.CodeActionKind.SourceFixAll.append('designDocs')

/** Stops fixes that undo each other. */
const mostPasses = 10

/** Registers the application of all safe fixes: on save if the settings say so, and as a command. */
export function registerFixAll(service: Service): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      'markdown',
      {
        async provideCodeActions(document, _, { only }) {
          // Without this check, the light bulb would offer it at every finding.
          if (!only?.contains(kind) || !isEnabled(document)) return []
          const { edits } = await findFixes(service, document)
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
      const fixed = await fixAll(service, document)
      showBriefly(
        fixed > 0 ? t`$(check) Fixed ${translated(count(fixed, 'problem'))}` : t`$(check) Nothing to fix automatically`,
      )
    }),
  )
}

/** Applies fixes until none is left, since one may make another possible. @returns how many were applied */
async function fixAll(service: Service, document: vscode.TextDocument): Promise<number> {
  let fixed = 0
  for (let pass = 0; pass < mostPasses; pass++) {
    const { version } = document
    const { edits, fixes } = await findFixes(service, document)
    if (edits.length === 0 || document.version !== version) break
    if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits)))) break
    // An edit that changes nothing would be found again for ever.
    if (document.version === version) break
    fixed += fixes
  }
  return fixed
}

async function findFixes(
  service: Service,
  document: vscode.TextDocument,
): Promise<{ readonly edits: readonly TextEdit[]; readonly fixes: number }> {
  const linted = await service.lint(document)
  const fixes = safeFixesOf(linted?.messages ?? [])
  const edits = combineFixes(fixes)
  return { edits, fixes: appliedOf(fixes, edits).length }
}
