/** Filters, sorts and groups the design documents of a workspace, and formats their rows. */

import { groupBy } from '../core/data/groupBy.ts'
import { stateOf } from '../core/decisions/vocabulary.ts'
import { count } from '../core/text/count.ts'
import { printable } from '../core/text/printable.ts'
import {
  ageOf,
  chainOf,
  dayOf,
  findingWords,
  type ListedDesign,
  type OtherDecision,
  orders,
  scoreOf,
  sortByKeys,
} from './overview.ts'
import type { Tally } from './tally.ts'

/** What rows can be grouped by. */
export const groupings = { none: 'No groups', folder: 'Folder', status: 'Status', type: 'Type' } as const
export type Grouping = keyof typeof groupings

/** What rows can be sorted by: the name, or one of the orders of `design-docs report`. */
export const sortings = {
  name: 'Name',
  status: 'Status',
  score: 'Checklist, the emptiest first',
  age: 'Last change, the oldest first',
  findings: 'Findings, the worst first',
} as const satisfies Partial<Record<'name' | keyof typeof orders, string>>
export type Sorting = keyof typeof sortings

/** What rows must have in common; an absent property matches any value. */
export interface Filter {
  /** As returned by `statusName`. */
  readonly status?: string
  /** The title of a type. */
  readonly type?: string
  /** Words of the title or path. */
  readonly text?: string
}

/** Rows under a heading. */
export interface DesignGroup<T extends ListedDesign> {
  /** Empty if rows are not grouped. */
  readonly title: string
  readonly designs: readonly T[]
}

/** The rows that match a filter, sorted and grouped; no group is empty. */
export function arrange<T extends ListedDesign>(
  designs: Iterable<T>,
  group: Grouping,
  sort: Sorting,
  filter: Filter = {},
): readonly DesignGroup<T>[] {
  const shown = [...designs].filter((design) => passes(design, filter))
  const sorted = sortByKeys(shown, ({ entry, name }) => [
    ...(sort === 'name' ? [name.toLowerCase()] : orders[sort](entry)),
    entry.path,
  ])
  const groups = [...groupBy(sorted, (design) => groupOf(design, group))]
  return sortByKeys(groups, ([title]) => [title === noStatus ? 1 : 0, title.toLowerCase()]).map(([title, members]) => ({
    title,
    designs: members,
  }))
}

function passes({ entry, typeTitle }: ListedDesign, { status, type, text = '' }: Filter): boolean {
  const words = text.toLowerCase().split(/\s+/)
  const said = `${entry.title} ${entry.path}`.toLowerCase()
  return (
    (status === undefined || statusName({ entry }) === status) &&
    (type === undefined || typeTitle === type) &&
    words.every((word) => said.includes(word))
  )
}

function groupOf(design: ListedDesign, group: Grouping): string {
  const { path } = design.entry
  if (group === 'folder') return path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.'
  if (group === 'status') return statusName(design)
  return group === 'type' ? design.typeTitle : ''
}

const noStatus = 'No status'

/** A status as shown in headings and filters, in sentence case: `In review`; `No status` if absent. */
export function statusName({ entry: { status } }: Pick<ListedDesign, 'entry'>): string {
  const word = printable(status ?? '').trim()
  return word === '' ? noStatus : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`
}

/**
 * The text next to a document's title, such as `3/11 · Draft · 4 warnings · 5 days · System design`: short and
 * distinctive parts come first, since a side bar is narrow.
 */
export function rowWords(design: ListedDesign, now: Date, group: Grouping = 'none'): string {
  const { entry, typeTitle } = design
  const { status, supersededBy } = entry
  // The name of the superseding decision implies the status.
  const isSaid = group === 'status' || (supersededBy.length > 0 && stateOf(status ?? '') === 'superseded')
  const parts = [
    scoreOf(entry),
    isSaid ? '' : (status ?? ''),
    chainOf(entry),
    findingWords(entry),
    ageOf(entry, now),
    group === 'type' ? '' : typeTitle,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** What a row says, in sentences, one per line. */
export function rowLines({ entry, typeTitle }: ListedDesign, now: Date): readonly string[] {
  const { score, status } = entry
  const age = ageOf(entry, now)
  return [
    entry.path,
    `${typeTitle}, ${status === null ? 'no status' : `status ${status}`}`,
    ...(score ? [`Checklist: ${score.met} met, ${score.partial} partial, ${score.missing} missing`] : []),
    ...(age === '' ? [] : [`Last change: ${dayOf(entry)}${age === 'today' ? ' (today)' : ` (${age} ago)`}`]),
    findingWords(entry) || 'No findings',
  ]
}

/** The document that a decision refers to; undefined if it is not in the list. */
export function otherDesign<T extends ListedDesign>(
  designs: Iterable<T>,
  { entry }: ListedDesign,
  { path, text }: OtherDecision,
): T | undefined {
  const folder = entry.path.slice(0, entry.path.lastIndexOf('/') + 1)
  for (const design of designs) {
    const other = design.entry
    if (path === undefined ? other.path.startsWith(folder) && isCalled(other.title, text) : other.path === path)
      return design
  }
  return undefined
}

/** `ADR-0009` refers to the decision `ADR-0009 Push`, not to `ADR-00091 Pull`. */
const isCalled = (title: string, name: string): boolean =>
  title.toLowerCase().startsWith(name.toLowerCase()) && !/[\p{L}\d]/u.test(title.charAt(name.length))

/**
 * The summary at the end of a run over the whole workspace.
 * @param files number of Markdown files that were read
 */
export function lintSummary(files: number, designs: readonly ListedDesign[]): string {
  const read = `${count(designs.length, 'design document')} in ${count(files, 'Markdown file')}`
  const sum = (severity: keyof Tally) => designs.reduce((all, { entry }) => all + entry.findings[severity], 0)
  const counted = [
    [sum('error'), 'error'],
    [sum('warning'), 'warning'],
    [sum('information'), 'info'],
  ] as const
  const said = counted.flatMap(([many, one]) => (many > 0 ? [count(many, one)] : [])).join(', ')
  return `${read}: ${said || 'nothing to report'}`
}
