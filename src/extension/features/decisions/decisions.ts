/** Registers the features for decision records. */

import * as vscode from 'vscode'
import { giveWay } from '../../platform.ts'
import type { Service } from '../../service.ts'
import { registerAdrCompletions } from './adrCompletions.ts'
import { registerChangeStatus } from './changeStatus.ts'
import { createDecisionIndex } from './decisionIndex.ts'
import { readOpenDecision } from './openDecision.ts'
import { registerSupersede } from './supersede.ts'

/** Registers all features that are only for decision records. */
export function registerDecisions(service: Service): vscode.Disposable {
  const index = createDecisionIndex()
  return vscode.Disposable.from(
    index,
    registerContextKey(service),
    registerChangeStatus(service),
    registerSupersede(service, index),
    registerAdrCompletions(service, index),
  )
}

/** Keeps the context key `designDocs.isDecision` in step with the active editor, for menus and the Command Palette. */
function registerContextKey(service: Service): vscode.Disposable {
  let told: boolean | undefined
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document
    const isDecision = document !== undefined && (await readOpenDecision(service, document)) !== undefined
    if (document !== vscode.window.activeTextEditor?.document || isDecision === told) return
    told = isDecision
    await vscode.commands.executeCommand('setContext', 'designDocs.isDecision', isDecision)
  }
  // The first document was already active before the extension was.
  void giveWay().then(update)
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    service.onDidChangeRules(update),
    service.onDidUpdate(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) void update()
    }),
  )
}
