/** What lint and review find, as data for a client's program, with the schemas that it can hold them against. */

import { printable } from '../../core/text/printable.ts'
import type { DocumentReport, ReportedMessage } from '../report.ts'

/** So many findings are given; the rest are counted. */
const mostFindings = 100

type Finding = Pick<
  ReportedMessage,
  'ruleId' | 'severity' | 'message' | 'line' | 'column' | 'endLine' | 'endColumn' | 'fixable'
>

/** What lint found in a document. Keys as in `design-docs lint --format json`. */
export interface FindingsData {
  readonly [key: string]: unknown
  readonly path: string
  readonly documentType: string | null
  readonly status: string | null
  readonly messages: readonly Finding[]
  /** How many messages there are in all. */
  readonly total: number
  /** Mistakes in the team's config and templates, as `PATH:LINE:COLUMN severity rule message`. */
  readonly teamFiles: readonly string[]
}

/** The same with the answers to the checklist. */
export interface ReviewData extends FindingsData {
  readonly checklist: readonly { readonly id: string; readonly status: string; readonly line?: number }[]
}

export const findingsData = (
  { path, documentType, status, messages }: DocumentReport,
  teamFiles: readonly string[],
): FindingsData => ({
  path,
  documentType,
  status,
  messages: messages.slice(0, mostFindings).map(toFinding),
  total: messages.length,
  teamFiles,
})

export const reviewData = (report: DocumentReport, teamFiles: readonly string[]): ReviewData => ({
  ...findingsData(report, teamFiles),
  checklist: report.checklist.map(({ id, status, line }) => ({ id, status, ...(line !== undefined && { line }) })),
})

const toFinding = ({ ruleId, severity, message, line, column, endLine, endColumn, fixable }: ReportedMessage) => ({
  ruleId,
  severity,
  message,
  line,
  column,
  endLine,
  endColumn,
  fixable,
})

/** The mistakes in the team's files, a line each. */
export const teamLines = (files: readonly DocumentReport[]): readonly string[] =>
  files.flatMap(({ path, messages }) =>
    messages
      .slice(0, mostFindings)
      .map(({ line, column, severity, ruleId, message }) =>
        printable(`${path}:${line}:${column} ${severity} ${ruleId} ${message}`),
      ),
  )

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const count = { type: 'integer', minimum: 0 }
const listOf = (items: object) => ({ type: 'array', items })
const record = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object' as const,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})

const place = { line: count, column: count, endLine: count, endColumn: count }
const findings = {
  path: text,
  documentType: textOrNull,
  status: textOrNull,
  messages: listOf(record({ ruleId: text, severity: text, message: text, ...place, fixable: { type: 'boolean' } })),
  total: count,
  teamFiles: listOf(text),
}
const checklist = listOf(record({ id: text, status: { enum: ['met', 'partial', 'missing'] }, line: count }, ['line']))

/** JSON Schemas of the data, by the name of the tool. */
export const dataSchemas: Readonly<Record<string, ReturnType<typeof record>>> = {
  'design-docs_lint': record(findings),
  'design-docs_review': record({ ...findings, checklist }),
}
