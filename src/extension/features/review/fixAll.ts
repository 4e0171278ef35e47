/** Applies all fixes that need no answer, on saving or as a command. */

import * as vscode from 'vscode'
import type { TextEdit } from '../../../core/lint/rule.ts'
import { count } from '../../../core/text/count.ts'
import { appliedOf, combineFixes, safeFixesOf } from '../../../core/text/edits.ts'
import { toWorkspaceEdit } from '../../convert.ts'
import { isEnabled } from '../../linting.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'

const kind = vscode.CodeActionKind.SourceFixAll.append('designDocs')

/** Fixes that undo each other must end some time. */
const mostPasses = 10

/** How long the status bar says what was done, in milliseconds. */
const glance = 5000

/** All fixes that need no answer: on saving where the author wants that, and as a command. */
export function registerFixAll(service: Service): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      'markdown',
      {
        async provideCodeActions(document, _, { only }) {
          // In the light bulb's menu it would stand beside every finding.
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
      vscode.window.setStatusBarMessage(
        fixed > 0 ? t`$(check) Fixed ${translated(count(fixed, 'problem'))}` : t`$(check) Nothing to fix automatically`,
        glance,
      )
    }),
  )
}

/** Until nothing is left: one fix may make another possible. Returns how many were applied. */
async function fixAll(service: Service, document: vscode.TextDocument): Promise<number> {
  let fixed = 0
  for (let pass = 0; pass < mostPasses; pass++) {
    const { version } = document
    const { edits, fixes } = await findFixes(service, document)
    if (edits.length === 0 || document.version !== version) break
    if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits)))) break
    // What would change nothing is found again for ever.
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
