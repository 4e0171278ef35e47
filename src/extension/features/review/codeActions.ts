/** Offers quick fixes for findings. */

import * as vscode from 'vscode'
import { groupBy } from '../../../core/data/groupBy.ts'
import { insertMissing, outlineOf } from '../../../core/document/sections.ts'
import { disableFixes } from '../../../core/lint/disable.ts'
import type { LintMessage } from '../../../core/lint/lint.ts'
import { fixesOf } from '../../../core/lint/mend.ts'
import type { Fix } from '../../../core/lint/rule.ts'
import { printable } from '../../../core/text/printable.ts'
import { rules } from '../../../generated/rules.ts'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { source, toRange, toWorkspaceEdit } from '../../convert.ts'
import { prepareEdits } from '../../insertion.ts'
import { isEnabled, type LintedDocument } from '../../linting.ts'
import { t, translated } from '../../localize.ts'
import type { Service } from '../../service.ts'

/** Registers the quick fixes. Which fixes there are is up to the rules. */
export function registerCodeActions(service: Service): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    'markdown',
    {
      async provideCodeActions(document, range, context) {
        if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return []
        const linted = isEnabled(document) ? await service.lint(document) : undefined
        if (!linted) return []
        const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === source)
        const touched = linted.messages.filter((message) => toRange(document, message).intersection(range))
        const fixes = await Promise.all(
          touched.map(async (message, index) => {
            const known = index < mostAsked ? await fixesFor(service, document, linted, message) : message.fixes
            return actionsFor(document, message, known, ours)
          }),
        )
        return [
          ...fixes.flat(),
          ...(await addAllSections(document, linted, touched, ours)),
          ...explanations(linted, touched, ours),
          ...(await disableAll(document, linted, touched, ours)),
        ]
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  )
}

/** Maximum number of findings whose fixes are computed at a time, in case the whole document is selected. */
const mostAsked = 20

/** Fixes that rules compute on request, cached by finding, since VS Code asks on every cursor movement. */
const mended = new WeakMap<LintMessage, Promise<readonly Fix[]>>()

function fixesFor(
  service: Service,
  document: vscode.TextDocument,
  { model, type }: LintedDocument,
  message: LintMessage,
): Promise<readonly Fix[]> {
  if (!model || !type) return Promise.resolve(message.fixes ?? [])
  const host = { checkDiagram: (engine: string, source: string) => service.checkDiagram(document, engine, source) }
  const fixes =
    mended.get(message) ??
    fixesOf(message, rules, { document: model, type, engines: syntaxes, host }).catch((error: unknown) => {
      service.log.error(`The fixes of ${message.ruleId} failed: ${String(error)}`)
      return message.fixes ?? []
    })
  mended.set(message, fixes)
  return fixes
}

function actionsFor(
  document: vscode.TextDocument,
  message: LintMessage,
  fixes: readonly Fix[] | undefined,
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  return Promise.all(
    (fixes ?? []).map(async (fix) => {
      const action = new vscode.CodeAction(translated(fix.title), vscode.CodeActionKind.QuickFix)
      action.edit = toWorkspaceEdit(document, await prepareEdits(fix.edits, document.uri))
      action.isPreferred = fix.isPreferred ?? false
      action.diagnostics = diagnostics.filter(({ message: said }) => said === printable(translated(message.reason)))
      return action
    }),
  )
}

/**
 * One for each rule, before the actions that silence it: knowing the reason, the author may find that the rule is
 * right.
 */
function explanations(
  { model }: LintedDocument,
  touched: readonly LintMessage[],
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  if (!model) return []
  return [...groupBy(touched, ({ ruleId }) => ruleId).values()].flatMap(([message]) => {
    if (!message || message.ruleId === 'internal-error') return []
    const { ruleId, start, end, reason } = message
    const action = new vscode.CodeAction(t`Explain ${ruleId} here`, vscode.CodeActionKind.QuickFix)
    const finding = { ruleId, place: { start, end } }
    action.command = { command: 'designDocs.explainRule', title: action.title, arguments: [finding] }
    action.diagnostics = diagnostics.filter(({ message: said }) => said === printable(translated(reason)))
    return [action]
  })
}

/** At the end of the list, since fixing is better than silencing. One comment silences a rule for a whole line. */
async function disableAll(
  document: vscode.TextDocument,
  { model }: LintedDocument,
  touched: readonly LintMessage[],
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  if (!model) return []
  const silenceable = touched.filter(({ ruleId }) => ruleId !== 'internal-error')
  const perRule = groupBy(silenceable, ({ ruleId }) => ruleId)
  const actions = [...perRule.values()].map(async ([message]) =>
    message ? actionsFor(document, message, disableFixes(model, message.ruleId, message.start), diagnostics) : [],
  )
  return (await Promise.all(actions)).flat()
}

/** At missing sections, if there are others in other places: adds all of them. */
async function addAllSections(
  document: vscode.TextDocument,
  { model, type }: LintedDocument,
  touched: readonly LintMessage[],
  diagnostics: readonly vscode.Diagnostic[],
): Promise<readonly vscode.CodeAction[]> {
  const here = touched.filter(({ ruleId }) => ruleId === missing).map(({ subjects }) => subjects?.length ?? 1)
  if (!model || !type || here.length === 0) return []
  const count = outlineOf(model, type).missing.length
  if (here.includes(count)) return []
  const action = new vscode.CodeAction(t`Add all ${count} missing sections`, vscode.CodeActionKind.QuickFix)
  action.edit = toWorkspaceEdit(document, await prepareEdits(insertMissing(model, type), document.uri))
  action.diagnostics = diagnostics.filter(({ code }) => typeof code === 'object' && code.value === missing)
  return [action]
}

const missing = 'required-section'
