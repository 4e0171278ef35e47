import * as vscode from 'vscode'
import { isDecisionType } from '../../core/adr.ts'
import type { DocumentModel } from '../../core/document.ts'
import { createLinter } from '../../core/lint.ts'
import type { DocumentType } from '../../core/template.ts'
import { pathOf } from '../paths.ts'
import { giveWay } from '../platform.ts'
import type { Service } from '../service.ts'
import { registerAdrCompletions } from './adrCompletions.ts'
import { registerChangeStatus } from './changeStatus.ts'
import { createDecisionIndex } from './decisionIndex.ts'
import { registerSupersede } from './supersede.ts'

/** All that is for decision records alone. */
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

/** A document that is a decision. */
export interface OpenDecision {
  readonly model: DocumentModel
  readonly type: DocumentType
}

/** Read a document as a decision; undefined for one that is none, or that moves on meanwhile. */
export async function readOpenDecision(
  service: Service,
  document: vscode.TextDocument,
): Promise<OpenDecision | undefined> {
  if (document.languageId !== 'markdown') return undefined
  const path = pathOf(document.uri)
  if (path?.startsWith('.design-docs/')) return undefined
  const [model, { types, config }] = await Promise.all([service.model(document), service.workspaces.of(document.uri)])
  const type =
    model && createLinter({ rules: [], types, config, host: { checkDiagram: async () => [] } }).typeOf(model, path)
  return model && type && isDecisionType(type) ? { model, type } : undefined
}

/** The decision in the active editor; says what is needed when there is none. */
export async function activeDecision(
  service: Service,
  wish: string,
): Promise<(OpenDecision & { readonly document: vscode.TextDocument }) | undefined> {
  const document = vscode.window.activeTextEditor?.document
  const found = document && (await readOpenDecision(service, document))
  if (document && found) return { ...found, document }
  void vscode.window.showInformationMessage(`Open a decision record to ${wish}.`)
  return undefined
}

/** Keeps `designDocs.isDecision` true to the active editor, for menus and the palette. */
function registerContextKey(service: Service): vscode.Disposable {
  let told: boolean | undefined
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document
    const isDecision = document !== undefined && (await readOpenDecision(service, document)) !== undefined
    if (document !== vscode.window.activeTextEditor?.document || isDecision === told) return
    told = isDecision
    await vscode.commands.executeCommand('setContext', 'designDocs.isDecision', isDecision)
  }
  // Whatever opened first has been active before we were.
  void giveWay().then(update)
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    service.onDidChangeRules(update),
    service.onDidUpdate(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) void update()
    }),
  )
}
