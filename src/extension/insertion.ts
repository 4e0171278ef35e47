/** Prepares snippets for insertion: fills in the author, and keeps or removes guidance. */

import * as vscode from 'vscode'
import { asksForAuthor, fillAuthor } from '../core/template/variables.ts'
import type { TextEdit } from '../core/text/textEdit.ts'
import { authorOf } from './git.ts'
import { withoutGuidance } from './guidance.ts'

/** A snippet with the author's name filled in, and without guidance if the settings say so. */
export async function prepareSnippet(snippet: string, uri: vscode.Uri | undefined): Promise<string> {
  const wantsGuidance = vscode.workspace.getConfiguration('designDocs', uri).get('insertGuidance', true)
  const author = uri && asksForAuthor(snippet) ? await authorOf(uri) : undefined
  const filled = author === undefined ? snippet : fillAuthor(snippet, author)
  return wantsGuidance ? filled : withoutGuidance(filled)
}

/** Like `prepareSnippet`, for edits that insert snippets. */
export const prepareEdits = (edits: readonly TextEdit[], uri: vscode.Uri): Promise<readonly TextEdit[]> =>
  Promise.all(
    edits.map(async (edit) => (edit.isSnippet ? { ...edit, newText: await prepareSnippet(edit.newText, uri) } : edit)),
  )
