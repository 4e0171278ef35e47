/** Tells how far a document has come, and how severe findings are at that stage. */

import { createRecord, isRecord } from '../data/records.ts'
import { statusOf } from '../decisions/status.ts'
import { type Rule, type Severity, severities } from '../lint/rule.ts'
import type { DocumentType } from '../template/documentType.ts'
import { type DocumentModel, titleKey } from './document.ts'
import { readUntouched } from './untouched.ts'

/**
 * Severities by a document's status: one for all rules means *no more severe than*; an object says the severity of single
 * rules and categories. Neither turns on what is off. Keys are folded by `stageKey`.
 */
export type SeverityByStatus = Readonly<Record<string, Severity | Readonly<Record<string, Severity>>>>

/** Stands for a document that says no status. */
const none = 'none'
const draft = 'draft'
/** `work` is what `statusOf` reads of *Work in progress*. */
const drafts: ReadonlySet<string> = new Set([draft, 'wip', 'work', 'early draft', 'rough draft', '草稿', 'entwurf'])

/** Fold a status: case, hyphens and underscores do not count, and the words for a draft are one. */
export function stageKey(status: string): string {
  const key = status
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/)
    .join(' ')
  return drafts.has(key) ? draft : key
}

/** How far a document and each of its parts has come: statuses, folded; `none` stands for no status. */
export interface Stages {
  readonly ofDocument: string
  at(offset: number): string
  /** All that parts of it are at. */
  readonly all: readonly string[]
}

/**
 * How far a document has come: its status. Where it says none, or still its template's, each section is a draft for as long as
 * half of what the template left to be filled in is there: what is written is judged as such, whatever is still to come.
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

/** Whether a rule is judged as it is in a draft. */
export const isDraft = (stage: string): boolean => stage === draft

/** How a status begins, folded as a title, that leaves the matter open: a draft, and what is not decided. */
const undecided =
  /^(?:draft|proposed|proposal|provisional|wip|work in progress|in progress|in work|new|idea|open|pending|review|in review|under review|in discussion|rfc|草案|草稿|提案|entwurf|brouillon|borrador|черновик)/

/** Whether a status says that a document is still being written or discussed: more than a draft is. */
export const isUndecided = (status: string): boolean => undecided.test(titleKey(status))

/**
 * The severity of a rule at a stage.
 *
 * @param layers the strongest first; the first that says something of the rule counts
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

/** Severities by status from an unchecked value, such as an editor setting. Wrong parts are left out. */
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
