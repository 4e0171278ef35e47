/** Lists a team's design documents with their progress. */

import type { ChecklistItem } from '../checklist/judgement.ts'
import { isDecisionType, readDecision } from '../core/decisions/record.ts'
import type { Reference } from '../core/decisions/references.ts'
import { statusOf } from '../core/decisions/status.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { count } from '../core/text/count.ts'
import { resolveFrom } from '../core/text/relativePath.ts'
import { type Tally, tallyOf } from './tally.ts'

/** All design documents in some folders, in display order. */
export interface Overview {
  readonly designs: readonly OverviewEntry[]
  readonly decisions: readonly OverviewEntry[]
  /** When it was created. */
  readonly now: Date
}

/** A design document and its progress. */
export interface OverviewEntry {
  /** Relative to the current folder, with `/`. */
  readonly path: string
  readonly title: string
  readonly documentType: string
  readonly status: string | null
  /** Absent for decisions and other documents without a checklist. */
  readonly score?: { readonly met: number; readonly partial: number; readonly missing: number }
  readonly lastChange?: Date
  readonly findings: Tally
  readonly redFlags: number
  /** Decisions, by the names that are used in this document. */
  readonly supersedes: readonly OtherDecision[]
  readonly supersededBy: readonly OtherDecision[]
}

/** A decision that another one refers to. */
export interface OtherDecision {
  readonly text: string
  /** Relative to the current folder, with `/`; absent for a mention without a link. */
  readonly path?: string
}

/** A document that was linted. */
export interface LintedDesign {
  /** The path for the entry, with `/`. */
  readonly path: string
  readonly document: DocumentModel
  readonly type: DocumentType
  /** Empty if the checklist does not apply. */
  readonly checklist: readonly Pick<ChecklistItem, 'status'>[]
  readonly messages: readonly (Pick<LintMessage, 'severity'> & { readonly category: string })[]
  readonly lastChange?: Date | undefined
}

/** An entry with further properties for display. */
export interface ListedDesign {
  readonly entry: OverviewEntry
  readonly isDecision: boolean
  /** Its title without the prefix of its type. */
  readonly name: string
  /** The display name of its type. */
  readonly typeTitle: string
}

/** Creates the entry of a linted document. */
export function overviewEntry({ path, document, type, checklist, messages, lastChange }: LintedDesign): ListedDesign {
  const decision = readDecision(document, path)
  const { title, label, supersedes, supersededBy } = decision
  const isDecision = isDecisionType(type)
  const status = isDecision ? decision.status : statusOf(document)
  const withState = (state: string) => checklist.filter((item) => item.status === state).length
  const entry: OverviewEntry = {
    path,
    title: !isDecision || label.endsWith(title) ? (isDecision ? label : title) : `${label} ${title}`,
    documentType: type.id,
    status: status ?? null,
    ...(hasChecklist(type) && {
      score: { met: withState('met'), partial: withState('partial'), missing: withState('missing') },
    }),
    ...(lastChange && { lastChange }),
    findings: tallyOf(messages),
    redFlags: messages.filter(({ category }) => category === 'red-flag').length,
    supersedes: isDecision ? supersedes.map(otherFrom(path)) : [],
    supersededBy: isDecision ? supersededBy.map(otherFrom(path)) : [],
  }
  return { entry, isDecision, name: isDecision ? entry.title : nameOf(title, type), typeTitle: type.title }
}

/** The title without the prefix of its type: `Orders` for `System Design: Orders`. */
function nameOf(title: string, { titlePrefix }: DocumentType): string {
  const prefix = titlePrefix.trim()
  const hasIt = title.toLowerCase().startsWith(prefix.toLowerCase())
  return (hasIt && title.slice(prefix.length).trim()) || title
}

const otherFrom =
  (path: string) =>
  ({ text, target }: Reference): OtherDecision => ({
    text,
    ...(target && { path: resolveFrom(path, target) }),
  })

/** The orders in which documents can be sorted; smaller keys come first. */
export const orders = {
  score: ({ score }: OverviewEntry) => (score ? [score.met, score.partial] : [Number.POSITIVE_INFINITY, 0]),
  findings: ({ findings, redFlags }: OverviewEntry) => [-findings.error, -findings.warning, -redFlags],
  age: ({ lastChange }: OverviewEntry) => [lastChange?.getTime() ?? 0],
  status: ({ status }: OverviewEntry) => [status?.toLowerCase() ?? '\uffff'],
  type: ({ documentType }: OverviewEntry) => [documentType],
  path: () => [],
} satisfies Readonly<Record<string, (entry: OverviewEntry) => readonly (number | string)[]>>

/** Sorts entries by one of the orders, then by path. */
export const sortEntries = (
  entries: readonly OverviewEntry[],
  keysOf: (entry: OverviewEntry) => readonly (number | string)[],
): readonly OverviewEntry[] => sortByKeys(entries, (entry) => [...keysOf(entry), entry.path])

/** Sorts by the first key that differs. */
export function sortByKeys<T>(entries: readonly T[], keysOf: (entry: T) => readonly (number | string)[]): readonly T[] {
  const keyed = entries.map((entry) => ({ entry, keys: keysOf(entry) }))
  return keyed.toSorted((a, b) => compare(a.keys, b.keys)).map(({ entry }) => entry)
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, key] of a.entries()) {
    const other = b[index] ?? key
    if (key !== other) return key < other ? -1 : 1
  }
  return 0
}

/** The day of the last change: `2026-03-09`. */
export const dayOf = ({ lastChange }: OverviewEntry): string => lastChange?.toISOString().slice(0, 10) ?? ''

/** Whole days since the last change. */
export const daysSince = (lastChange: Date | undefined, now: Date): number | undefined =>
  lastChange && Math.max(0, Math.floor((now.getTime() - lastChange.getTime()) / 86_400_000))

/** The time since the last change: `today`, `3 days`, `5 months`, `2 years`; the largest unit of which there are two. */
export function ageOf(entry: OverviewEntry, now: Date): string {
  const days = daysSince(entry.lastChange, now)
  if (days === undefined) return ''
  if (days === 0) return 'today'
  const years = Math.floor(days / 365.25)
  const months = Math.floor(days / 30.44)
  return years > 1 ? count(years, 'year') : months > 1 ? count(months, 'month') : count(days, 'day')
}

/** The numbers of findings: `2 errors, 3 warnings, 1 info, 1 red flag`; empty if there are none. */
export function findingWords({ findings, redFlags }: OverviewEntry): string {
  const counted = [
    [findings.error, 'error'],
    [findings.warning, 'warning'],
    [findings.information, 'info'],
    [findings.hint, 'hint'],
    [redFlags, 'red flag'],
  ] as const
  return counted.flatMap(([many, one]) => (many > 0 ? [count(many, one)] : [])).join(', ')
}

/** The score: `3/11`; empty for a decision. */
export const scoreOf = ({ score }: OverviewEntry): string =>
  score ? `${score.met}/${score.met + score.partial + score.missing}` : ''

/** The relations to other decisions: `superseded by ADR-0009, supersedes ADR-0007`; usually empty. */
export const chainOf = ({ supersedes, supersededBy }: OverviewEntry): string =>
  [
    ...supersededBy.map(({ text }) => `superseded by ${text}`),
    ...supersedes.map(({ text }) => `supersedes ${text}`),
  ].join(', ')

/** The summary in the last line of a list. */
export function overviewSummary({ designs, decisions }: Overview): string {
  const finished = designs.filter(({ score }) => score && score.partial + score.missing === 0).length
  return `${count(designs.length, 'design')}, ${finished} with the whole checklist met; ${count(decisions.length, 'decision')}`
}
