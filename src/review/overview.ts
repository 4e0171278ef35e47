/** Lists the design documents of a team with how far each of them is. */

import type { ChecklistItem } from '../checklist/judgement.ts'
import { isDecisionType, readDecision } from '../core/decisions/record.ts'
import type { Reference } from '../core/decisions/references.ts'
import { statusOf } from '../core/decisions/status.ts'
import type { DocumentModel } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { DocumentType } from '../core/template/documentType.ts'
import { hasChecklist } from '../core/template/hasChecklist.ts'
import { count } from '../core/text/count.ts'
import { besides } from '../core/text/relativePath.ts'
import { type Tally, tallyOf } from './tally.ts'

/** All design documents of some folders, in the order in which they are shown. */
export interface Overview {
  readonly designs: readonly OverviewEntry[]
  readonly decisions: readonly OverviewEntry[]
  /** When it was made. */
  readonly now: Date
}

/** A design document and how far it is. */
export interface OverviewEntry {
  /** Relative to the current folder, with `/`. */
  readonly path: string
  readonly title: string
  readonly documentType: string
  readonly status: string | null
  /** Absent for decisions, and for what is no design. */
  readonly score?: { readonly met: number; readonly partial: number; readonly missing: number }
  readonly lastChange?: Date
  readonly findings: Tally
  readonly redFlags: number
  /** Decisions, by what they are called here. */
  readonly supersedes: readonly OtherDecision[]
  readonly supersededBy: readonly OtherDecision[]
}

/** A decision that another one names. */
export interface OtherDecision {
  readonly text: string
  /** Relative to the current folder, with `/`; absent for a mention without a link. */
  readonly path?: string
}

/** A document that was linted. */
export interface LintedDesign {
  /** As the entry is to name it, with `/`. */
  readonly path: string
  readonly document: DocumentModel
  readonly type: DocumentType
  /** Empty where a checklist makes no sense. */
  readonly checklist: readonly Pick<ChecklistItem, 'status'>[]
  readonly messages: readonly (Pick<LintMessage, 'severity'> & { readonly category: string })[]
  readonly lastChange?: Date | undefined
}

/** An entry with what is known of it besides. */
export interface ListedDesign {
  readonly entry: OverviewEntry
  readonly isDecision: boolean
  /** Its title, without what the titles of its type begin with. */
  readonly name: string
  /** What people call the type. */
  readonly typeTitle: string
}

/** Sum up a document that was linted. */
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

/** `Orders` of `System Design: Orders`. */
function nameOf(title: string, { titlePrefix }: DocumentType): string {
  const prefix = titlePrefix.trim()
  const hasIt = title.toLowerCase().startsWith(prefix.toLowerCase())
  return (hasIt && title.slice(prefix.length).trim()) || title
}

const otherFrom =
  (path: string) =>
  ({ text, target }: Reference): OtherDecision => ({
    text,
    // An address elsewhere is no path.
    ...(target && !/^[a-z][a-z\d+.-]*:/i.test(target) && { path: besides(path, target) }),
  })

/** By what documents can be sorted; smaller comes first. */
export const orders = {
  score: ({ score }: OverviewEntry) => (score ? [score.met, score.partial] : [Number.POSITIVE_INFINITY, 0]),
  findings: ({ findings, redFlags }: OverviewEntry) => [-findings.error, -findings.warning, -redFlags],
  age: ({ lastChange }: OverviewEntry) => [lastChange?.getTime() ?? 0],
  status: ({ status }: OverviewEntry) => [status?.toLowerCase() ?? '\uffff'],
  type: ({ documentType }: OverviewEntry) => [documentType],
  path: () => [],
} satisfies Readonly<Record<string, (entry: OverviewEntry) => readonly (number | string)[]>>

/** Sort entries by one of the orders, and by path where it says nothing. */
export const sortEntries = (
  entries: readonly OverviewEntry[],
  keysOf: (entry: OverviewEntry) => readonly (number | string)[],
): readonly OverviewEntry[] => sortByKeys(entries, (entry) => [...keysOf(entry), entry.path])

/** Sort by the first key in which two differ. */
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

/** `2026-03-09`. */
export const dayOf = ({ lastChange }: OverviewEntry): string => lastChange?.toISOString().slice(0, 10) ?? ''

/** Whole days since the last change. */
export const daysSince = (lastChange: Date | undefined, now: Date): number | undefined =>
  lastChange && Math.max(0, Math.floor((now.getTime() - lastChange.getTime()) / 86_400_000))

/** `today`, `3 days`, `5 months`, `2 years`. */
export function ageOf(entry: OverviewEntry, now: Date): string {
  const days = daysSince(entry.lastChange, now)
  if (days === undefined) return ''
  if (days === 0) return 'today'
  const [number, unit] = days < 60 ? [days, 'day'] : days < 730 ? [days / 30.44, 'month'] : [days / 365.25, 'year']
  const whole = Math.floor(number)
  return count(whole, unit)
}

/** `2 errors, 3 warnings, 1 red flag`; empty where there is nothing. */
export function findingWords({ findings, redFlags }: OverviewEntry): string {
  const counted = [
    [findings.error, 'error'],
    [findings.warning, 'warning'],
    [findings.information + findings.hint, 'hint'],
    [redFlags, 'red flag'],
  ] as const
  return counted.flatMap(([many, one]) => (many > 0 ? [count(many, one)] : [])).join(', ')
}

/** `3/11`; empty for a decision. */
export const scoreOf = ({ score }: OverviewEntry): string =>
  score ? `${score.met}/${score.met + score.partial + score.missing}` : ''

/** `superseded by ADR-0009, supersedes ADR-0007`; empty for most. */
export const chainOf = ({ supersedes, supersededBy }: OverviewEntry): string =>
  [
    ...supersededBy.map(({ text }) => `superseded by ${text}`),
    ...supersedes.map(({ text }) => `supersedes ${text}`),
  ].join(', ')

/** What a list says of itself in its last line. */
export function overviewSummary({ designs, decisions }: Overview): string {
  const finished = designs.filter(({ score }) => score && score.partial + score.missing === 0).length
  return `${count(designs.length, 'design')}, ${finished} with the whole checklist met; ${count(decisions.length, 'decision')}`
}
