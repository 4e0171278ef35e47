/** Keeps the Design Review of each open document for the view, the status bar and the code lens. */

import * as vscode from 'vscode'
import { isBlank } from '../core/document/blank.ts'
import { type DocumentReview, reviewDocument } from '../review/documentReview.ts'
import { type TypeQuestion, typeQuestionOf } from '../review/typeQuestion.ts'
import { isEnabled, type LintedDocument } from './linting.ts'
import type { LintUpdates } from './lintUpdates.ts'
import { pathOf } from './paths.ts'

/** What view, status bar and code lens show: the reviews of open design documents, and which of them the author is at. */
export interface DocumentReviews extends vscode.Disposable {
  /** What was said last; undefined for what is no design document, or is not reviewed. */
  of(document: vscode.TextDocument): DocumentReview | undefined
  /** The same for the view alone, which shows the checklist of a document without a type where somebody has asked for it. */
  inView(document: vscode.TextDocument): DocumentReview | undefined
  /** What its author is to be asked of its type; undefined where that is plain. */
  questionOf(document: vscode.TextDocument): TypeQuestion | undefined
  /** The title of the type that the file is a template of. */
  templateOf(document: vscode.TextDocument): string | undefined
  /** Why there is a result, or none. */
  stateOf(document: vscode.TextDocument): ReviewState
  /** Show the checklist of a document that has no type, or show it no more. It is shown until the document is closed. */
  setRequested(document: vscode.TextDocument, isRequested: boolean): void
  /** The Markdown document that is being edited. It stays while the focus is elsewhere, such as in the diagram panel. */
  readonly active: vscode.TextDocument | undefined
  /** Another document is active, or something else is said of one. */
  readonly onDidChange: vscode.Event<void>
}

/** Of a document without a type: it is `blank`, `nearly` a design, or `foreign`; `requested` where its checklist is shown all the same. */
export type ReviewState =
  | 'pending'
  | 'shown'
  | 'requested'
  | 'tooLong'
  | 'nearly'
  | 'blank'
  | 'foreign'
  | 'template'
  | 'off'

interface Known {
  readonly state: ReviewState
  readonly shown?: DocumentReview
  readonly question?: TypeQuestion
  readonly templateOf?: string
}

/** Create the reviews to be shown. Nothing is judged here that the linter's run has not judged. */
export function createDocumentReviews({ onDidLint }: LintUpdates): DocumentReviews {
  const known = new Map<vscode.TextDocument, Known & { readonly json: string }>()
  /** Documents without a type, as they were read last. */
  const untyped = new Map<vscode.TextDocument, LintedDocument>()
  const requested = new Set<vscode.TextDocument>()
  const changed = new vscode.EventEmitter<void>()
  let active: vscode.TextDocument | undefined

  function follow(): void {
    const before = active
    active = activeMarkdown(active)
    if (active !== before) changed.fire()
  }

  function note(document: vscode.TextDocument, result: LintedDocument | undefined): void {
    const next = toKnown(document, result, requested.has(document))
    const json = JSON.stringify(next)
    if (json === known.get(document)?.json) return
    known.set(document, { ...next, json })
    changed.fire()
  }

  const listeners = vscode.Disposable.from(
    changed,
    onDidLint(({ document, result }) => {
      if (document.isClosed) {
        known.delete(document)
        untyped.delete(document)
        requested.delete(document)
        return
      }
      if (result?.untyped) untyped.set(document, result)
      else untyped.delete(document)
      // Whoever says what it is has no wish left.
      if (result?.type) requested.delete(document)
      note(document, result)
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
  )
  follow()
  return {
    of: (document) => (known.get(document)?.state === 'shown' ? known.get(document)?.shown : undefined),
    inView: (document) => known.get(document)?.shown,
    questionOf: (document) => known.get(document)?.question,
    templateOf: (document) => known.get(document)?.templateOf,
    stateOf: (document) => known.get(document)?.state ?? 'pending',
    setRequested(document, isRequested) {
      const result = untyped.get(document)
      if (!result) return
      if (isRequested) requested.add(document)
      else requested.delete(document)
      note(document, result)
    },
    get active() {
      return active
    },
    onDidChange: changed.event,
    dispose: () => listeners.dispose(),
  }
}

function toKnown(document: vscode.TextDocument, result: LintedDocument | undefined, isRequested: boolean): Known {
  if (!result) return { state: isEnabled(document) ? 'foreign' : 'off' }
  const { model, type, messages, untyped, templateOf } = result
  if (templateOf) return { state: 'template', templateOf: templateOf.title }
  if (!model) return { state: type ? 'tooLong' : 'foreign' }
  const question = typeQuestionOf(model, type, pathOf(document.uri), untyped?.isNearlyOne ?? false)
  const asked = question && { question }
  if (type) return { state: 'shown', shown: reviewDocument(model, type, messages), ...asked }
  if (isRequested && untyped?.freeForm)
    return { state: 'requested', shown: reviewDocument(model, untyped.freeForm, messages), ...asked }
  return { state: question ? 'nearly' : isBlank(model) ? 'blank' : 'foreign', ...asked }
}

function activeMarkdown(before: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  const editor = vscode.window.activeTextEditor
  // Output and input boxes are text editors too, but stand in no column.
  if (editor?.viewColumn !== undefined) return editor.document.languageId === 'markdown' ? editor.document : undefined
  return vscode.window.visibleTextEditors.find(({ document }) => document === before)?.document
}
