import * as vscode from 'vscode'
import { messageToDiagnostic, source } from '../../convert.ts'
import { maxDocumentLength, type Review } from '../../linting.ts'
import type { Reviews } from '../../reviews.ts'

/** The findings in the Problems panel. */
export function registerDiagnostics({ onDidReview }: Reviews): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(source)
  return vscode.Disposable.from(
    collection,
    onDidReview(({ document, review }) => {
      if (review) collection.set(document.uri, toDiagnostics(document, review))
      else collection.delete(document.uri)
    }),
  )
}

function toDiagnostics(document: vscode.TextDocument, { model, type, messages }: Review): readonly vscode.Diagnostic[] {
  if (model || !type) return messages.map((message) => messageToDiagnostic(document, message))
  const { length } = document.getText()
  const tooLong = new vscode.Diagnostic(
    document.lineAt(0).range,
    length > maxDocumentLength
      ? `This document is too long to be reviewed: ${length.toLocaleString('en')} characters of at most ${maxDocumentLength.toLocaleString('en')}`
      : 'This document has too many marks, cells or list items for its length to be reviewed',
    vscode.DiagnosticSeverity.Information,
  )
  tooLong.source = source
  return [tooLong]
}
