/** Sorts document types and fragments into the order in which people look for them. */

import { groupBy } from '../data/groupBy.ts'
import { isDecisionType } from '../decisions/record.ts'
import type { DocumentType } from './documentType.ts'
import { isDesignType } from './hasChecklist.ts'

/** Types that are listed together under a headline. */
export interface TypeGroup<T> {
  readonly headline: string
  readonly members: readonly T[]
}

/** Built-in types that most people look for, listed first in their group. */
const first = ['system-design', 'design', 'rfc', 'one-pager', 'post-mortem', 'runbook']

/** Headlines of the built-in types; designs are of a whole system, or short ones and those of a part. */
const headlines = {
  system: 'designs of a system',
  part: 'short designs and designs of a part',
  decision: 'decisions',
  plan: 'ideas and plans',
  operation: 'operation and security',
}

/** Short documents that precede or implement a design, but are not designs themselves. */
const plans: ReadonlySet<string> = new Set(['one-pager', 'migration-plan'])

/**
 * Group items by their type: first types already used in the repository, most frequent first; then the team's
 * templates; then built-in types by purpose, designs first. No group is empty.
 *
 * @param used type ids, most frequent first
 */
export function groupTypes<T>(
  members: readonly T[],
  typeOf: (member: T) => DocumentType | undefined,
  used: readonly string[],
): readonly TypeGroup<T>[] {
  const isUsed = (type: DocumentType | undefined) => type !== undefined && used.includes(type.id)
  const headlineOf = (type: DocumentType | undefined) =>
    isUsed(type)
      ? 'used in this repository'
      : type?.path !== undefined
        ? 'templates of this repository'
        : headlines[purposeOf(type)]
  const order = ['used in this repository', 'templates of this repository', ...Object.values(headlines)]
  const inOrder = members.toSorted((a, b) => compare(typeOf(a), typeOf(b), used))
  return order
    .map((headline) => ({ headline, members: inOrder.filter((member) => headlineOf(typeOf(member)) === headline) }))
    .filter((group) => group.members.length > 0)
}

function purposeOf(type: DocumentType | undefined): keyof typeof headlines {
  if (!type || type.coversSystem) return 'system'
  if (isDecisionType(type)) return 'decision'
  if (isDesignType(type)) return 'part'
  return plans.has(type.id) ? 'plan' : 'operation'
}

/** Equal ranks keep their order. */
function compare(a: DocumentType | undefined, b: DocumentType | undefined, used: readonly string[]): number {
  if (!a || !b) return 0
  return rankIn(used, a.id) - rankIn(used, b.id) || rankIn(first, a.id) - rankIn(first, b.id)
}

const rankIn = (ids: readonly string[], id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length)

/** The groups of built-in fragments; a group may be part of one, as `diagrams/mermaid` is. */
const fragmentGroups = ['sections', 'diagrams', 'patterns', 'principles']

/** Group fragments: the team's, which have no group, come first. @returns groups, each with its name; '' for the team */
export function groupFragments<T extends { readonly group?: string }>(
  fragments: readonly T[],
): readonly (readonly [group: string, members: readonly T[]])[] {
  const rank = (group: string) => (group === '' ? -1 : fragmentGroups.findIndex((start) => group.startsWith(start)))
  return [...groupBy(fragments, ({ group }) => group ?? '')].toSorted(([a], [b]) => rank(a) - rank(b))
}
