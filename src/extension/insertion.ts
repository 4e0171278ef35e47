import * as vscode from 'vscode'
import type { TextEdit } from '../core/rule.ts'
import { withoutGuidance } from './guidance.ts'

/** Snippet text as the author wants it: with its guidance, or without where the settings say so. */
export function prepareSnippet(snippet: string, uri: vscode.Uri | undefined): string {
  const wantsGuidance = vscode.workspace.getConfiguration('designDocs', uri).get('insertGuidance', true)
  return wantsGuidance ? snippet : withoutGuidance(snippet)
}

/** The same for edits that insert sections. */
export const prepareEdits = (edits: readonly TextEdit[], uri: vscode.Uri): readonly TextEdit[] =>
  edits.map((edit) => (edit.isSnippet ? { ...edit, newText: prepareSnippet(edit.newText, uri) } : edit))
