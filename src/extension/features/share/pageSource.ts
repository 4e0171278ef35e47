/** What a page is made of: an open document, or a file that need not be opened for it. */

import * as vscode from 'vscode'
import { createDocument, type DocumentModel } from '../../../core/document/document.ts'
import type { LintMessage } from '../../../core/lint/lint.ts'
import { createParser } from '../../../core/markdown/slices.ts'
import { syntaxes } from '../../../generated/syntaxes.ts'
import { openDocument } from '../../designFile.ts'
import { t } from '../../localize.ts'
import type { Service } from '../../service.ts'
import { inTurns } from '../../turns.ts'

/** One version of a document. */
export interface PageSource {
  readonly uri: vscode.Uri
  readonly text: string
  readonly model: DocumentModel
  /** The findings; undefined if it is not a design document. */
  lint(): Promise<readonly LintMessage[] | undefined>
  /** Throws an error that can be shown if the document was edited in the meantime. */
  assertCurrent(): void
}

/** What is needed to read documents. */
export interface SourceAccess {
  readonly service: Pick<Service, 'lint' | 'lintFile' | 'forgetFile'>
  readonly modelOf: (document: vscode.TextDocument) => Promise<DocumentModel | undefined>
}

/** The current version of an open document. Rejects, as `assertCurrent` does, if it is edited in the meantime. */
export async function sourceOf({ service, modelOf }: SourceAccess, document: vscode.TextDocument): Promise<PageSource> {
  const { uri } = document
  const text = document.getText()
  const changed = () => new Error(t`it was changed in the meantime`)
  const model = await modelOf(document)
  if (!model) throw changed()
  return {
    uri,
    text,
    model,
    async lint() {
      const linted = await service.lint(document)
      return linted?.type && linted.messages
    },
    assertCurrent() {
      if (document.getText() !== text) throw changed()
    },
  }
}

/** The open document with a URI, or else the file: a document opened by an extension would show its findings. */
export async function sourceAt(access: SourceAccess, uri: vscode.Uri): Promise<PageSource> {
  const open = openDocument(uri)
  if (open) return sourceOf(access, open)
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uri)).catch(() => undefined)
  if (!bytes) throw new Error(t`it cannot be read`)
  // In the encoding that the settings name, as for an open document.
  const text = await vscode.workspace.decode(bytes, { uri })
  const model = createDocument(await inTurns(createParser().steps(text)), syntaxes)
  return { uri, text, model, lint: () => lintOnce(access, uri, text), assertCurrent: () => undefined }
}

async function lintOnce(
  { service }: SourceAccess,
  uri: vscode.Uri,
  text: string,
): Promise<readonly LintMessage[] | undefined> {
  const file = { uri, isClosed: false }
  try {
    return (await service.lintFile(file, text))?.messages
  } finally {
    service.forgetFile(file)
  }
}
