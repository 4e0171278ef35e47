/** Determines how mature a document is, and how severe findings are at that stage. */

import { createRecord, isRecord } from '../data/records.ts'
import { statusOf } from '../decisions/status.ts'
import { type Rule, type Severity, severities } from '../lint/rule.ts'
import type { DocumentType } from '../template/documentType.ts'
import { type DocumentModel, titleKey } from './document.ts'
import { readUntouched } from './untouched.ts'

/**
 * Severities by document status: a single severity is an upper limit for all rules; an object sets the severity of
 * individual rules and categories. Neither enables a rule that is off. Keys are folded by `stageKey`.
 */
export type SeverityByStatus = Readonly<Record<string, Severity | Readonly<Record<string, Severity>>>>

/** The stage of a document without a status. */
const none = 'none'
const draft = 'draft'
/** `work` is what `statusOf` returns for *Work in progress*. */
const drafts: ReadonlySet<string> = new Set([draft, 'wip', 'work', 'early draft', 'rough draft', '草稿', 'entwurf'])

/** Fold a status: ignores case, hyphens and underscores, and maps all words for a draft to one. */
export function stageKey(status: string): string {
  const key = status
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/)
    .join(' ')
  return drafts.has(key) ? draft : key
}

/** The stages of a document and its parts: statuses, folded; `none` for no status. */
export interface Stages {
  readonly ofDocument: string
  at(offset: number): string
  /** All stages that occur. */
  readonly all: readonly string[]
}

/**
 * The stages of a document, according to its status. If it has none, or still that of its template, each untouched
 * section is a draft, so that finished sections are judged as such even while others are still to be written.
 */
export function stagesOf(document: DocumentModel, type: DocumentType): Stages {
  const status = statusOf(document)
  const key = status === undefined ? none : stageKey(status)
  const own = statusOf(type.document)
  const isOpen = status === undefined || (own !== undefined && key === stageKey(own))
  const untouched = isOpen && key !== draft ? readUntouched(document, type) : undefined
  if (!untouched?.some) return { ofDocument: key, at: () => key, all: [key] }
  return {
    ofDocument: untouched.most ? draft : key,
    at: (offset) => (untouched.isUntouched(offset) ? draft : key),
    all: [draft, key],
  }
}

/** Whether documents at a stage are judged as drafts. */
export const isDraft = (stage: string): boolean => stage === draft

/** Prefixes of undecided statuses, folded like titles: drafts and whatever is open for discussion. */
const undecided =
  /^(?:draft|proposed|proposal|provisional|wip|work in progress|in progress|in work|new|idea|open|pending|review|in review|under review|in discussion|rfc|草案|草稿|提案|entwurf|brouillon|borrador|черновик)/

/** Whether a status says that a document is still being written or discussed; covers more than drafts. */
export const isUndecided = (status: string): boolean => undecided.test(titleKey(status))

/**
 * The severity of a rule at a stage.
 *
 * @param layers strongest first; the first that has a severity for the rule decides
 */
export function severityAt(
  stage: string,
  { id, category }: Pick<Rule, 'id' | 'category'>,
  severity: Severity,
  layers: readonly SeverityByStatus[],
): Severity {
  if (severity === 'off') return severity
  for (const layer of layers) {
    const said = Object.hasOwn(layer, stage) ? layer[stage] : undefined
    if (typeof said === 'string') return mildest(severity, said)
    const key = said && [id, category].find((name) => Object.hasOwn(said, name))
    if (said && key !== undefined) return said[key] ?? severity
  }
  return severity
}

const mildest = (a: Severity, b: Severity): Severity => (severities.indexOf(a) > severities.indexOf(b) ? a : b)

export const isSeverity = (value: unknown): value is Severity => severities.some((severity) => severity === value)

/** Severities by status from an unchecked value, such as an editor setting. Invalid parts are dropped. */
export function toSeverityByStatus(value: unknown): SeverityByStatus {
  const read: [string, SeverityByStatus[string]][] = []
  for (const [status, said] of recordOf(value)) {
    const single = recordOf(said).filter((entry): entry is [string, Severity] => isSeverity(entry[1]))
    if (isSeverity(said)) read.push([stageKey(status), said])
    else if (single.length > 0) read.push([stageKey(status), createRecord(single)])
  }
  return createRecord(read)
}

const recordOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(value) ? Object.entries(value) : []
