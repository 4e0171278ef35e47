/** Converts offsets, messages and edits of the core into VS Code's. */

import * as vscode from 'vscode'
import type { Range } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { Related, TextEdit } from '../core/lint/rule.ts'
import { createPositions } from '../core/text/positions.ts'
import { printable } from '../core/text/printable.ts'
import { translated } from './localize.ts'

/** A text in which offsets have places: an open document, or what was read of a file. */
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

/** The place of offsets in a document. */
export const toRange = (document: PlacedText, { start, end }: Range): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end))

const severities: Readonly<Record<LintMessage['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
}

/** What the Problems panel calls the origin of our findings. */
export const source = 'design-docs'

/** A message as the Problems panel shows it. Its code is a link to the rule's page. */
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

/** Of another file only the line is known; it need not be open. */
function placeOf(document: PlacedText, related: Related): vscode.Location {
  const { file } = related
  const root = file && vscode.workspace.getWorkspaceFolder(document.uri)
  return file && root
    ? new vscode.Location(vscode.Uri.joinPath(root.uri, file.path), new vscode.Position(file.line - 1, 0))
    : new vscode.Location(document.uri, toRange(document, related))
}

/** Edits of ours as one edit of VS Code's: applied together, undone together, the tab stops of snippets alive. */
export function toWorkspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit()
  result.set(
    document.uri,
    edits.map((edit) => {
      const range = toRange(document, edit)
      if (!edit.isSnippet) return vscode.TextEdit.replace(range, edit.newText)
      const snippet = vscode.SnippetTextEdit.replace(range, new vscode.SnippetString(edit.newText))
      // Or the lines would be indented like the one they follow, and a section become part of a list item.
      snippet.keepWhitespace = true
      return snippet
    }),
  )
  return result
}
