/** Finds the decision record in the active editor, for the commands that need one. */

import * as vscode from 'vscode'
import { isDecisionType } from '../../../core/decisions/record.ts'
import type { DocumentModel } from '../../../core/document/document.ts'
import type { DocumentType } from '../../../core/template/documentType.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'

/** A document that is a decision. */
export interface OpenDecision {
  readonly model: DocumentModel
  readonly type: DocumentType
}

/** Reads a document as a decision; undefined if it is not one, or changes in the meantime. */
export async function readOpenDecision(
  service: Service,
  document: vscode.TextDocument,
): Promise<OpenDecision | undefined> {
  const { model, type } = (await service.read(document)) ?? {}
  return model && type && isDecisionType(type) ? { model, type } : undefined
}

/** The decision in the active editor; if there is none, tells the user to open one. */
export async function activeDecision(
  service: Service,
  purpose: string,
): Promise<(OpenDecision & { readonly document: vscode.TextDocument }) | undefined> {
  const document = vscode.window.activeTextEditor?.document
  const found = document && (await readOpenDecision(service, document))
  if (document && found) return { ...found, document }
  void vscode.window.showInformationMessage(t`Open a decision record to ${purpose}.`)
  return undefined
}
