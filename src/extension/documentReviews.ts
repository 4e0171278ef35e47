/** Keeps the Design Review of each open document for the view, the status bar and the code lens. */

import * as vscode from 'vscode'
import { isBlank } from '../core/document/blank.ts'
import { type DocumentReview, reviewDocument } from '../review/documentReview.ts'
import { type TypeQuestion, typeQuestionOf } from '../review/typeQuestion.ts'
import { isEnabled, type LintedDocument } from './linting.ts'
import type { LintUpdates } from './lintUpdates.ts'
import { pathOf } from './paths.ts'

/** The reviews of open design documents and the active document, for the view, the status bar and the code lens. */
export interface DocumentReviews extends vscode.Disposable {
  /** The latest review; undefined if it is not a design document, or is not reviewed. */
  of(document: vscode.TextDocument): DocumentReview | undefined
  /** Like `of`, but for the view only, which can show the checklist of a document without a type on request. */
  inView(document: vscode.TextDocument): DocumentReview | undefined
  /** The question to ask the author about the document's type; undefined if the type is settled. */
  questionOf(document: vscode.TextDocument): TypeQuestion | undefined
  /** If the file is a template, the title of its type. */
  templateOf(document: vscode.TextDocument): string | undefined
  /** Why there is a review, or none. */
  stateOf(document: vscode.TextDocument): ReviewState
  /** Shows or hides the checklist of a document without a type. It is shown until the document is closed. */
  setRequested(document: vscode.TextDocument, isRequested: boolean): void
  /** The Markdown document being edited. It remains while the focus is elsewhere, such as in the diagram panel. */
  readonly active: vscode.TextDocument | undefined
  /** The active document, or the state of a document, changed. */
  readonly onDidChange: vscode.Event<void>
}

/**
 * Documents without a type are `blank`, `nearly` a design, `foreign`, or `requested` if the checklist is shown anyway.
 */
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

/** Creates the reviews. They only contain what the linter has judged already. */
export function createDocumentReviews({ onDidLint }: LintUpdates): DocumentReviews {
  const known = new Map<vscode.TextDocument, Known & { readonly json: string }>()
  /** The latest results for documents without a type. */
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
      // A document that now has a type needs no request any more.
      if (result?.type) requested.delete(document)
      note(document, result)
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
    // Also when the language of a document becomes Markdown.
    vscode.workspace.onDidOpenTextDocument(follow),
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
  // Only its folder speaks for a type, and a template that is about to be inserted may be of another one.
  if (type?.isGuessed && isBlank(model)) return { state: 'blank' }
  const question = typeQuestionOf(model, type, pathOf(document.uri), untyped?.isNearlyOne ?? false)
  const asked = question && { question }
  if (type) return { state: 'shown', shown: reviewDocument(model, type, messages), ...asked }
  if (isRequested && untyped?.freeForm)
    return { state: 'requested', shown: reviewDocument(model, untyped.freeForm, messages), ...asked }
  return { state: question ? 'nearly' : isBlank(model) ? 'blank' : 'foreign', ...asked }
}

function activeMarkdown(before: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  const editor = vscode.window.activeTextEditor
  // Output channels and input boxes are text editors too, but have no view column.
  if (editor?.viewColumn !== undefined) return editor.document.languageId === 'markdown' ? editor.document : undefined
  return vscode.window.visibleTextEditors.find(({ document }) => document === before)?.document
}
