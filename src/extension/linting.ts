/** Lints a document with the team's files and the settings that apply to it. */

import * as vscode from 'vscode'
import { isRecord } from '../core/data/records.ts'
import type { CancelSignal } from '../core/diagrams/checkerLane.ts'
import type { DrawnProblems } from '../core/diagrams/drawnProblems.ts'
import type { DiagramProblem } from '../core/diagrams/engine.ts'
import { createDocument, type DocumentModel } from '../core/document/document.ts'
import { languageOf } from '../core/document/language.ts'
import { createLinter, type Linter, type LintResult } from '../core/lint/lint.ts'
import type { RuleHost } from '../core/lint/rule.ts'
import { toSeverityByStatus } from '../core/lint/severityByStatus.ts'
import type { Workspace } from '../core/lint/workspace.ts'
import { createParser } from '../core/markdown/slices.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { guessedType } from '../core/template/guessedType.ts'
import { inLanguageOf } from '../core/template/inLanguage.ts'
import { isNearlyOne, isTeamFile, settledTypeOf, typeOf } from '../core/template/typeOf.ts'
import { rules } from '../generated/rules.ts'
import { syntaxes } from '../generated/syntaxes.ts'
import { readAhead } from '../review/readAhead.ts'
import type { Models } from './models.ts'
import type { Neighbours } from './neighbours.ts'
import { pathOf } from './paths.ts'
import { languageOfNew } from './templateLanguage.ts'
import { inTurns } from './turns.ts'
import type { Workspaces } from './workspaces.ts'

/** One version of a document, with its type. */
export interface Reading {
  /** Absent if the document is too long, or has too many marks, to be read. */
  readonly model?: DocumentModel
  /** Absent if it is not a design document. */
  readonly type?: DocumentType
  /** What is known of a document without a type; absent if it has one, or cannot be read. */
  readonly untyped?: Untyped
  /** The type whose template the file is; everything else is then absent, since a template is not a document. */
  readonly templateOf?: DocumentType
}

/** A document without a type, for features that show its checklist on request. */
export interface Untyped {
  /** Whether it resembles a design anyway. */
  readonly isNearlyOne: boolean
  /** The free-form type, by which it is judged on request. */
  readonly freeForm?: DocumentType
}

/** The result of linting one version of a document. */
export interface LintedDocument extends LintResult, Reading {}

/** Lints the open documents. */
export interface Linting {
  /**
   * The current version and its type, without linting; undefined if the document changes in the meantime or is
   * excluded.
   */
  read(document: vscode.TextDocument): Promise<Reading | undefined>
  /** The result for the current version; undefined if the document changes in the meantime or is excluded. */
  lint(document: vscode.TextDocument, options?: LintOptions): Promise<LintedDocument | undefined>
  /** The id of the type that a new document with this text has without declaring it. @param uri absent: no file yet */
  typeOf(text: string, uri: vscode.Uri | undefined): Promise<string | undefined>
  /** Discards the result for a document. */
  forget(document: vscode.TextDocument): void
  /** Discards all results. */
  forgetAll(): void
}

export interface LintOptions {
  /** Skip the diagrams, since checking the first one means waiting for a parser to load. */
  readonly withoutDiagrams?: boolean
}

interface Run {
  readonly version: number
  readonly result: Promise<LintedDocument | undefined>
  readonly signal: { aborted: boolean }
}

/**
 * Longest document that is linted, in UTF-16 units: a megabyte, while the longest real ones have 400,000. The linter
 * yields only between rules, and each rule takes longer on a longer document.
 */
export const maxDocumentLength = 1_000_000
/** UTF-16 units of a document that is too long from which its type is determined. */
const opening = 4_000

/** Finds mistakes in a diagram of an open document, including those that only drawing found. */
export type CheckDiagram = (
  document: vscode.TextDocument,
  engine: string,
  source: string,
  signal?: CancelSignal,
) => Promise<readonly DiagramProblem[]>

/** Creates the linting. A run ends early if its document changes. */
export function createLinting(
  models: Models,
  workspaces: Workspaces,
  checkDiagram: CheckDiagram,
  drawn: DrawnProblems<vscode.TextDocument>,
  neighbours: Neighbours<vscode.TextDocument>,
): Linting {
  let runs = new WeakMap<vscode.TextDocument, Run>()

  const workspaceOf = (uri: vscode.Uri | undefined) => (uri ? workspaces.of(uri) : workspaces.in(undefined))

  async function read(document: vscode.TextDocument): Promise<Reading | undefined> {
    const { version, uri } = document
    const workspace = await workspaceOf(uri)
    const path = pathOf(uri)
    if (path !== undefined && isTeamFile(workspace, path)) {
      const templateOf = workspace.types.find((type) => type.path === path)
      return templateOf && { templateOf }
    }
    const text = document.getText()
    const isTooLong = text.length > maxDocumentLength
    const model = isTooLong ? readModel(text.slice(0, opening)) : await models.model(document)
    if (!model || !isCurrent(document, version)) return undefined
    const type = await typeIn(workspaces, typeOf(workspace, model, path), model, uri)
    if (!isCurrent(document, version)) return undefined
    const canBeRead = !isTooLong && !model.isTooDense
    if (type) return { ...(canBeRead && { model }), type }
    return canBeRead ? { model, untyped: readUntyped(workspace, model, path) } : {}
  }

  async function lintWith(
    document: vscode.TextDocument,
    host: RuleHost,
    signal: Run['signal'],
    only = rules,
  ): Promise<LintedDocument | undefined> {
    const { version, uri } = document
    const linter = linterFor(await workspaceOf(uri), uri, host, only)
    const reading = await read(document)
    if (!reading?.model) return reading && { ...reading, messages: [] }
    const { model, type, untyped } = reading
    if (untyped) return { ...reading, messages: [] }
    const isWanted = () => isCurrent(document, version) && !signal.aborted
    if (type) await inTurns(readAhead(model, type), isWanted)
    const result = await inTurns(linter.steps(model, pathOf(uri)), isWanted)
    return result && isCurrent(document, version) ? { ...result, model } : undefined
  }

  return {
    read: async (document) => (isOurs(document) ? read(document) : undefined),
    async lint(document, { withoutDiagrams = false } = {}) {
      if (!isOurs(document)) return undefined
      if (withoutDiagrams) return lintWith(document, { checkDiagram: async () => [] }, { aborted: false }, quickRules)
      const known = runs.get(document)
      if (known?.version === document.version) return known.result
      if (known) known.signal.aborted = true
      const signal = { aborted: false }
      drawn.forget(document)
      const host: RuleHost = {
        checkDiagram: (engine, source) => checkDiagram(document, engine, source, signal),
        ...neighbours.around(document),
      }
      const run = { version: document.version, signal, result: lintWith(document, host, signal) }
      runs.set(document, run)
      return run.result
    },
    async typeOf(text, uri) {
      return settledTypeOf(await workspaceOf(uri), readModel(text), uri && pathOf(uri))
    },
    forget: (document) => void runs.delete(document),
    forgetAll() {
      runs = new WeakMap()
    },
  }
}

function readUntyped(workspace: Workspace, model: DocumentModel, path: string | undefined): Untyped {
  const design = workspace.types.find(({ id }) => id === 'design')
  return { isNearlyOne: isNearlyOne(workspace, model, path), ...(design && { freeForm: guessedType(design) }) }
}

/** The type of a document in its own language or, if it has too little text to tell, in that of new documents. */
export async function typeIn(
  { loadLanguage }: Pick<Workspaces, 'loadLanguage'>,
  type: DocumentType | undefined,
  model: DocumentModel,
  uri: vscode.Uri,
): Promise<DocumentType | undefined> {
  if (!type) return undefined
  const otherwise = languageOfNew(uri)
  await loadLanguage(languageOf(model) ?? otherwise)
  // Before anything needs it, or that would read it at once.
  if (type.ahead) await inTurns(type.ahead())
  return inLanguageOf(type, model, otherwise)
}

/** A linter with the team's files and the settings that apply at a URI. */
export function linterFor(
  { types, config, baseline }: Workspace,
  uri: vscode.Uri,
  host: RuleHost,
  only = rules,
): Linter {
  const own = vscode.workspace.getConfiguration('designDocs', uri)
  return createLinter({
    rules: only,
    types,
    host,
    config,
    settings: withReadIn(own.get('rules'), own.get('diagrams.readIn')),
    severityByStatus: toSeverityByStatus(own.get('severityByStatus')),
    baseline: own.get('baseline', true) ? baseline : undefined,
    language: languageOfNew(uri),
  })
}

/** The editor's settings for rules, with `diagrams.readIn` as options of its rule if that has no entry of its own. */
const withReadIn = (settings: unknown, readIn: unknown): unknown =>
  Array.isArray(readIn) && readIn.length > 0
    ? { 'portable-diagram': ['information', { readIn }], ...(isRecord(settings) && settings) }
    : settings

const isCurrent = (document: vscode.TextDocument, version: number): boolean =>
  document.version === version && !document.isClosed

/** Without diagrams, it is unknown whether a comment that silences their rule is needed. */
const quickRules = rules.filter(({ category }) => category !== 'silencing')

const readModel = (text: string): DocumentModel => createDocument(createParser().parse(text), syntaxes)

/** Schemes of other versions, parts of documents, output, and our own pages, which nobody edits. */
export const foreignSchemes: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'output',
  'design-docs',
  'design-docs-snippet',
  'vscode-notebook-cell',
  'conflictResolution',
])

/** Whether the author wants to see findings. Commands work anyway. */
export const isEnabled = ({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean =>
  vscode.workspace.getConfiguration('designDocs', uri).get('enable', true)

/** Whether a document may be linted, unless it is one of the team's files. */
const isOurs = ({ languageId, uri, isClosed }: vscode.TextDocument): boolean =>
  languageId === 'markdown' && !isClosed && !foreignSchemes.has(uri.scheme)
