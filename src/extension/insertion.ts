import * as vscode from 'vscode'
import { createDocument } from '../core/document.ts'
import type { TextEdit } from '../core/rule.ts'
import { createParser } from '../core/slices.ts'

/** Snippet text as the author wants it: with its guidance, or without where the settings say so. */
export function prepareSnippet(snippet: string, uri: vscode.Uri): string {
  const wantsGuidance = vscode.workspace.getConfiguration('designDocs', uri).get('insertGuidance', true)
  return wantsGuidance ? snippet : withoutGuidance(snippet)
}

/** The same for edits that insert sections. */
export const prepareEdits = (edits: readonly TextEdit[], uri: vscode.Uri): readonly TextEdit[] =>
  edits.map((edit) => (edit.isSnippet ? { ...edit, newText: prepareSnippet(edit.newText, uri) } : edit))

/** Drop the comments that are guidance: not those in code, not those that speak to the linter. */
export function withoutGuidance(snippet: string): string {
  const { comments } = createDocument(createParser().parse(snippet), [])
  return comments
    .filter(({ text }) => !text.startsWith('design-docs-'))
    .reduceRight((text, { start, end }) => {
      const rest = text.slice(end).replace(/^[ \t]*(?:\r\n?|\n)/, '')
      const before = text.slice(0, start)
      // A comment between two blank lines leaves one of them.
      return before + (/(?:^|\n\r?\n)$/.test(before) ? rest.replace(/^(?:\r\n?|\n)/, '') : rest)
    }, snippet)
}
