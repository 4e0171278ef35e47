/** Reads a design document of the workspace: its entry in lists, and its findings. */

import * as vscode from 'vscode'
import { reviewChecklist } from '../checklist/index.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { type ListedDesign, overviewEntry } from '../review/overview.ts'
import { messageToDiagnostic, placedText } from './convert.ts'
import type { LintedFile } from './fileLinting.ts'
import { isEnabled } from './linting.ts'
import type { Reader } from './neighbours.ts'
import { shownPath } from './paths.ts'
import type { Service } from './service.ts'
import { readText } from './workspaces.ts'

/** A design document of the workspace, as last read. */
export interface DesignFile extends ListedDesign {
  readonly uri: vscode.Uri
  /** Its findings; empty for an open document, which the editor lints as it is edited. */
  readonly diagnostics: readonly vscode.Diagnostic[]
}

/** In bytes; a longer file is not treated as a document. */
const mostBytes = 4_000_000

/** The open document of a URI; undefined if there is none. */
export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(
    (document) => document.languageId === 'markdown' && document.uri.toString() === uri.toString(),
  )

/**
 * Reads a file, or the open document. Undefined if it is not a design document, does not exist, or must not be
 * reviewed.
 */
export async function readDesign(
  service: Pick<Service, 'lint' | 'lintFile'>,
  file: Reader,
): Promise<DesignFile | undefined> {
  const { uri } = file
  const status = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined)
  if (!status || status.size > mostBytes || !isEnabled(file)) return undefined
  const open = openDocument(uri)
  if (open) {
    const linted = await service.lint(open)
    const { model, type, messages = [] } = linted ?? {}
    return model && type && { ...summary(uri, { model, type, messages }, status.mtime), diagnostics: [] }
  }
  const text = await readText(uri)
  const linted = text === undefined ? undefined : await service.lintFile(file, text)
  if (text === undefined || !linted) return undefined
  const place = placedText(uri, text)
  return {
    ...summary(uri, linted, status.mtime),
    diagnostics: linted.messages.map((message) => messageToDiagnostic(place, message)),
  }
}

const summary = (uri: vscode.Uri, { model, type, messages }: LintedFile, mtime: number) => ({
  uri,
  ...overviewEntry({
    path: shownPath(uri),
    document: model,
    type,
    checklist: hasChecklist(type) ? reviewChecklist(model, type) : [],
    messages,
    // Some file systems have no modification times.
    ...(mtime > 0 && { lastChange: new Date(mtime) }),
  }),
})
