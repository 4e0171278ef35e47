/** The command *Change Status…* for decision records. */

import * as vscode from 'vscode'
import { changeStatus } from '../../../core/decisions/edits.ts'
import { statusChoices } from '../../../core/decisions/record.ts'
import { readReferences } from '../../../core/decisions/references.ts'
import { statusOf } from '../../../core/decisions/status.ts'
import { stateOf } from '../../../core/decisions/vocabulary.ts'
import { applyIfUnchanged, editDocument, sayEdited } from '../../applying.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { activeDecision } from './openDecision.ts'

/**
 * *Change Status…*: writes one of the type's values as the status. A decision that is superseded needs a link to the
 * one that does so, so *Supersede…* takes over. A keybinding may pass the answer: `{ "status": "Accepted" }`, or
 * `{ "status": "Superseded", "by": "0007-use-a-queue.md" }`.
 */
export function registerChangeStatus(service: Service): vscode.Disposable {
  return vscode.commands.registerCommand('designDocs.changeStatus', async (given: unknown) => {
    const decision = await activeDecision(service, t`change its status`)
    if (!decision) return
    const { document, model, type } = decision
    const { version } = document
    const current = statusOf(model)
    const choices = statusChoices(type)
    const wanted = choices.find((choice) => choice === readStatus(given)) ?? (await ask(choices, current))
    if (wanted === undefined) return
    // What follows compares with the status that was read.
    if (document.version !== version) return sayEdited()
    const isLinked = readReferences(model).supersededBy.length > 0
    if (wanted.toLowerCase() === current?.toLowerCase() && (isLinked || !isSuperseded(wanted))) return
    if (isSuperseded(wanted)) await vscode.commands.executeCommand('designDocs.supersede', given)
    else await applyIfUnchanged(document, version, () => editDocument(document, changeStatus(model, wanted)))
  })
}

async function ask(choices: readonly string[], current: string | undefined): Promise<string | undefined> {
  const items = choices.map((choice) => {
    const isCurrent = choice.toLowerCase() === current?.toLowerCase()
    if (isCurrent) return { label: choice, description: t`current`, iconPath: new vscode.ThemeIcon('check') }
    return { label: choice, ...(isSuperseded(choice) && { description: t`asks by which decision` }) }
  })
  const chosen = await vscode.window.showQuickPick(items, {
    title: t`Change Status`,
    placeHolder: current === undefined ? t`This document has no status yet` : t`The status is ${current}`,
  })
  return chosen?.label
}

const isSuperseded = (status: string): boolean => stateOf(status) === 'superseded'

const readStatus = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'status' in given ? given.status : undefined
