/** Converts offsets, messages and edits of the core into those of VS Code. */

import * as vscode from 'vscode'
import type { LintMessage } from '../core/lint/lint.ts'
import type { Related } from '../core/lint/rule.ts'
import { createPositions } from '../core/text/positions.ts'
import { printable } from '../core/text/printable.ts'
import type { Range } from '../core/text/range.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { translated } from './localize.ts'

/** A text in which offsets have positions: an open document, or the contents of a file. */
export type PlacedText = Pick<vscode.TextDocument, 'uri' | 'positionAt'>

/** The text of a file that need not be open. */
export function placedText(uri: vscode.Uri, text: string): PlacedText {
  const placeOf = createPositions(text)
  return {
    uri,
    positionAt(offset) {
      const { line, column } = placeOf(offset)
      return new vscode.Position(line - 1, column - 1)
    },
  }
}

/** Converts UTF-16 offsets in a document to a VS Code range. */
export const toRange = (document: PlacedText, { start, end }: Range): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end))

const severities: Readonly<Record<LintMessage['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

/** The source of our diagnostics in the Problems panel. */
export const source = 'design-docs'

/** Converts a message to a diagnostic for the Problems panel. Its code links to the rule's page. */
export function messageToDiagnostic(document: PlacedText, message: LintMessage): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, message),
    printable(translated(message.reason)),
    severities[message.severity],
  )
  diagnostic.source = source
  diagnostic.code = { value: message.ruleId, target: vscode.Uri.parse(message.url) }
  if (message.related)
    diagnostic.relatedInformation = message.related.map(
      (related) =>
        new vscode.DiagnosticRelatedInformation(placeOf(document, related), printable(translated(related.reason))),
    )
  return diagnostic
}

/** In another file, which need not be open, only the line is known. */
function placeOf(document: PlacedText, related: Related): vscode.Location {
  const { file } = related
  const root = file && vscode.workspace.getWorkspaceFolder(document.uri)
  return file && root
    ? new vscode.Location(vscode.Uri.joinPath(root.uri, file.path), new vscode.Position(file.line - 1, 0))
    : new vscode.Location(document.uri, toRange(document, related))
}

/** Combines edits into a single VS Code edit: applied together, undone together, with working tab stops. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit()
  result.set(
    document.uri,
    edits.map((edit) => {
      const range = toRange(document, edit)
      if (!edit.isSnippet) return vscode.TextEdit.replace(range, edit.newText)
      const snippet = vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(edit.newText))
      // Otherwise the lines would be indented like the line above, and a section could become part of a list item.
      snippet.keepWhitespace = true
      return snippet
    }),
  )
  return result
}
