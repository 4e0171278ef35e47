/** Structured results of lint and review for a client's program, with their JSON schemas. */

import type { LineColumn } from '../../core/text/positions.ts'
import { printable } from '../../core/text/printable.ts'
import { type DocumentReview, headlineOf } from '../../review/documentReview.ts'
import type { DocumentReport, ReportedMessage } from '../report.ts'

/** Maximum number of findings listed; the rest are only counted. */
const mostFindings = 100

type Finding = Pick<ReportedMessage, 'ruleId' | 'severity' | 'message' | 'line' | 'column' | 'fixable'>

/** What both tools return about a document. Keys as in `design-docs lint --format json`. */
interface DocumentData {
  readonly [key: string]: unknown
  readonly path: string
  readonly documentType: string | null
  readonly status: string | null
  /** Mistakes in the team's config and templates, as `PATH:LINE:COLUMN severity rule message`. */
  readonly teamFiles: readonly string[]
}

/** The findings in a document. Clients may give a model this instead of the text, so it contains as much. */
export interface FindingsData extends DocumentData {
  readonly messages: readonly Finding[]
  /** The total number of messages. */
  readonly total: number
}

/** A review, group by group, as the editor shows it. */
export interface ReviewData extends DocumentData {
  readonly headline: string
  readonly groups: readonly { readonly label: string; readonly items: readonly ItemData[]; readonly total: number }[]
}

interface ItemData {
  readonly label: string
  readonly state?: string
  readonly line?: number
  readonly description?: string
}

const documentData = ({ path, documentType, status }: DocumentReport, teamFiles: readonly string[]): DocumentData => ({
  path,
  documentType,
  status,
  teamFiles,
})

export const findingsData = (report: DocumentReport, teamFiles: readonly string[]): FindingsData => ({
  ...documentData(report, teamFiles),
  messages: report.messages.slice(0, mostFindings).map(({ ruleId, severity, message, line, column, fixable }) => ({
    ruleId,
    severity,
    message,
    line,
    column,
    fixable,
  })),
  total: report.messages.length,
})

export const reviewData = (
  report: DocumentReport,
  teamFiles: readonly string[],
  review: DocumentReview,
  placeOf: (offset: number) => LineColumn,
): ReviewData => ({
  ...documentData(report, teamFiles),
  headline: headlineOf(review),
  groups: review.groups.map(({ label, items }) => ({
    label,
    items: items.slice(0, mostFindings).map(({ label, state, place, description }) => ({
      label,
      ...(state && { state }),
      ...(place && { line: placeOf(place.start).line }),
      ...(description !== undefined && { description }),
    })),
    total: items.length,
  })),
})

/** The mistakes in the team's files, one per line. */
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

const about = { path: text, documentType: textOrNull, status: textOrNull, teamFiles: listOf(text) }
const message = {
  ruleId: text,
  severity: text,
  message: text,
  line: count,
  column: count,
  fixable: { type: 'boolean' },
}
const item = record({ label: text, state: text, line: count, description: text }, ['state', 'line', 'description'])
const group = record({ label: text, items: listOf(item), total: count })

/** JSON schemas of the structured results, by tool name. */
export const dataSchemas: Readonly<Record<string, ReturnType<typeof record>>> = {
  'design-docs_lint': record({ ...about, messages: listOf(record(message)), total: count }),
  'design-docs_review': record({ ...about, headline: text, groups: listOf(group) }),
}
