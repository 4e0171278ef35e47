/** Shows findings in the Problems panel. */

import * as vscode from 'vscode'
import { messageToDiagnostic, source } from '../../convert.ts'
import { type LintedDocument, maxDocumentLength } from '../../linting.ts'
import type { LintUpdates } from '../../lintUpdates.ts'
import { figure, t } from '../../localize.ts'

/** Registers the findings in the Problems panel. */
export function registerDiagnostics({ onDidLint }: LintUpdates): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(source)
  return vscode.Disposable.from(
    collection,
    onDidLint(({ document, result }) => {
      if (result) collection.set(document.uri, toDiagnostics(document, result))
      else collection.delete(document.uri)
    }),
  )
}

function toDiagnostics(
  document: vscode.TextDocument,
  { model, type, messages }: LintedDocument,
): readonly vscode.Diagnostic[] {
  if (model || !type) return messages.map((message) => messageToDiagnostic(document, message))
  const { length } = document.getText()
  const tooLong = new vscode.Diagnostic(
    document.lineAt(0).range,
    length > maxDocumentLength
      ? t`This document is too long to review: ${figure(length)} characters, at most ${figure(maxDocumentLength)} allowed`
      : t`This document has too many marks, cells or list items for its length to review`,
    vscode.DiagnosticSeverity.Information,
  )
  tooLong.source = source
  return [tooLong]
}
