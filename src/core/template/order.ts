/** Puts document types into the order in which people look for them. */

import { isDecisionType } from '../decisions/record.ts'
import type { DocumentType } from './documentType.ts'

/** Types that belong together in a list, with what stands over them. */
export interface TypeGroup<T> {
  readonly headline: string
  readonly members: readonly T[]
}

/** Of the designs that ship these come first: what most people look for. */
const first = ['system-design', 'design', 'rfc']

/**
 * Group what has a type: what the repository uses already, the commonest first; then what its team has templates of; then what
 * ships, designs before records of decisions. No group is empty.
 *
 * @param used ids of types, the commonest first
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
        : type && isDecisionType(type)
          ? 'decisions'
          : 'designs'
  const headlines = ['used in this repository', 'templates of this repository', 'designs', 'decisions']
  const inOrder = members.toSorted((a, b) => compare(typeOf(a), typeOf(b), used))
  return headlines
    .map((headline) => ({ headline, members: inOrder.filter((member) => headlineOf(typeOf(member)) === headline) }))
    .filter((group) => group.members.length > 0)
}

/** Where ranks are the same, the order stays. */
function compare(a: DocumentType | undefined, b: DocumentType | undefined, used: readonly string[]): number {
  if (!a || !b) return 0
  return (
    rankIn(used, a.id) - rankIn(used, b.id) ||
    rankIn(first, a.id) - rankIn(first, b.id) ||
    Number(b.coversSystem) - Number(a.coversSystem)
  )
}

const rankIn = (ids: readonly string[], id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length)
