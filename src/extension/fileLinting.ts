/** Lints files that are not open, as the editor lints open ones. */

import type * as vscode from 'vscode'
import type { DiagramChecker } from '../core/diagrams/checker.ts'
import { createDocument, type DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import { createParser } from '../core/markdown/slices.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { isLeftOut, typeOf } from '../core/template/typeOf.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { readAhead } from '../review/readAhead.ts'
import { linterFor, maxDocumentLength, typeIn } from './linting.ts'
import type { Neighbours, Reader } from './neighbours.ts'
import { pathOf } from './paths.ts'
import { inTurns } from './turns.ts'
import type { Workspaces } from './workspaces.ts'

/** The result of linting a file. */
export interface LintedFile {
  readonly model: DocumentModel
  readonly type: DocumentType
  readonly messages: readonly LintMessage[]
}

/** Lints files of the workspace. */
export interface FileLinting {
  /**
   * Undefined if the text is not a design document, is too long, or the file was closed in the meantime.
   *
   * @param checkDiagram absent: mistakes are only found by parsing, since nothing is drawn
   */
  lintFile(file: Reader, text: string, checkDiagram?: DiagramChecker['check']): Promise<LintedFile | undefined>
  /** Stops watching what a file's result depends on. */
  forgetFile(file: Reader): void
  /** Fires with the files whose results depend on files that changed. */
  readonly onDidOutdateFiles: vscode.Event<readonly Reader[]>
}

/** Creates the linting of files. */
export const createFileLinting = (
  workspaces: Pick<Workspaces, 'of' | 'loadLanguage'>,
  checker: Pick<DiagramChecker, 'check'>,
  neighbours: Neighbours<Reader>,
): FileLinting => ({
  async lintFile(file, text, checkDiagram = checker.check) {
    const { uri } = file
    const path = pathOf(uri)
    const workspace = await workspaces.of(uri)
    const isOut = path !== undefined && isLeftOut(workspace, path)
    if (isOut || text.length > maxDocumentLength) return undefined
    const isWanted = () => !file.isClosed
    const parsed = await inTurns(createParser().steps(text), isWanted)
    if (!parsed) return undefined
    const model = createDocument(parsed, syntaxes)
    const type = await typeIn(workspaces, model.isTooDense ? undefined : typeOf(workspace, model, path), model, uri)
    if (!type) return undefined
    await inTurns(readAhead(model, type), isWanted)
    const host = { checkDiagram, ...neighbours.around(file) }
    const result = await inTurns(linterFor(workspace, uri, host).steps(model, path), isWanted)
    return result && { model, type, messages: result.messages }
  },
  forgetFile: neighbours.forget,
  onDidOutdateFiles: neighbours.onDidChange,
})
