/** The results of a run, as plain data for the formatters. */

import type { ChecklistItem } from '../checklist/judgement.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { Category, Severity } from '../core/lint/rule.ts'
import type { WorkspaceProblem } from '../core/lint/workspace.ts'
import { createPositions } from '../core/text/positions.ts'
import { decisionGroups } from '../review/decisionGroups.ts'
import { type Tally, tallyOf } from '../review/tally.ts'

/** The results of a run. */
export interface Report {
  readonly documents: readonly DocumentReport[]
  /** Configs and templates with mistakes. */
  readonly teamFiles: readonly DocumentReport[]
  readonly fixed: number
}

export interface DocumentReport {
  /** Relative to the current folder, with `/`. */
  readonly path: string
  /** Null for a file that is not a design document. */
  readonly documentType: string | null
  /** The status as the document states it; null if it states none. */
  readonly status: string | null
  /** Empty where a checklist does not apply: for decisions, and for files that are not design documents. */
  readonly checklist: readonly ReportedItem[]
  /** A decision's facts and options, for people; absent for any other document. */
  readonly facts?: readonly ReportedFact[]
  /** In document order. */
  readonly messages: readonly ReportedMessage[]
}

export interface ReportedFact {
  /** Such as `Status`; empty if it repeats the label above. */
  readonly label: string
  readonly value: string
  readonly line?: number
}

export interface ReportedItem {
  readonly id: ChecklistItem['id']
  readonly status: ChecklistItem['status']
  /** Where the document treats it; absent if nowhere. */
  readonly line?: number
  /** What was found or is missing, in a sentence for people. */
  readonly reason?: string
}

export interface ReportedMessage {
  readonly ruleId: string
  readonly category: Category | 'config'
  readonly severity: Exclude<Severity, 'off'>
  readonly message: string
  /** From 1; columns in UTF-16 units. The end is exclusive. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The rule's page; empty for mistakes in a config or template, which do not come from a rule. */
  readonly url: string
  /** Whether `--fix` fixes it. */
  readonly fixable: boolean
}

const isFixable = ({ fixes }: LintMessage): boolean => fixes?.some(({ isSafe }) => isSafe) ?? false

export function reportMessages(text: string, messages: readonly LintMessage[]): readonly ReportedMessage[] {
  const place = createPlaces(text)
  return messages.map((message) => ({
    ruleId: message.ruleId,
    category: message.category,
    severity: message.severity,
    message: message.reason,
    ...place(message),
    url: message.url,
    fixable: isFixable(message),
  }))
}

export function reportChecklist(text: string, items: readonly ChecklistItem[]): readonly ReportedItem[] {
  const place = createPositions(text)
  return items.map(({ id, status, evidence, reason }) => ({
    id,
    status,
    ...(evidence && { line: place(evidence.start).line }),
    ...(reason !== undefined && { reason }),
  }))
}

/** A decision's facts, as in the Design Review. @param status of the document, possibly from its file name */
export function reportFacts(document: DocumentModel, status: string | undefined): readonly ReportedFact[] {
  const place = createPositions(document.text)
  const [state, options] = decisionGroups(document)
  const facts = (state?.items ?? []).map(({ label, description = '', icon, place: at }) => ({
    label,
    value: (icon === 'missing' ? status : undefined) ?? description,
    ...(at && { line: place(at.start).line }),
  }))
  const weighed = (options?.items ?? []).map(({ label, description, place: at }, index) => ({
    label: index === 0 ? (options?.label ?? '') : '',
    value: description === undefined ? label : `${label} (${description})`,
    ...(at && { line: place(at.start).line }),
  }))
  return [...facts, ...weighed]
}

/** The mistakes in one config or template. */
export function reportTeamFile(path: string, text: string, problems: readonly WorkspaceProblem[]): DocumentReport {
  const place = createPlaces(text)
  const messages = problems.map((problem) => ({
    ruleId: problem.ruleId,
    category: 'config' as const,
    severity: 'error' as const,
    message: problem.reason,
    ...place(problem),
    url: '',
    fixable: false,
  }))
  return { path, documentType: null, status: null, checklist: [], messages }
}

function createPlaces(text: string) {
  const place = createPositions(text)
  return ({ start, end }: { readonly start: number; readonly end: number }) => {
    const from = place(start)
    const to = place(end)
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
}

/** The team's files, then the documents. */
export const reportedFiles = ({ teamFiles, documents }: Report): readonly DocumentReport[] => [
  ...teamFiles,
  ...documents,
]

/** The number of findings in a run, by severity. */
export const tally = (report: Report): Tally => tallyOf(reportedFiles(report).flatMap(({ messages }) => messages))

/** Removes all messages but errors. */
export const onlyErrors = (documents: readonly DocumentReport[]): readonly DocumentReport[] =>
  documents.map((document) => ({
    ...document,
    messages: document.messages.filter(({ severity }) => severity === 'error'),
  }))
