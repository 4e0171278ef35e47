/** Gives ids to the parts of a diagram that is drafted, each name once. */

import { freeId, idOfWords, reservedIds } from '../../core/diagrams/nodeIds.ts'

/** Hands out ids for names: the same one for the same name. */
export interface Ids {
  of(name: string): string
  /** In the order in which they were asked for. */
  readonly all: ReadonlyMap<string, string>
}

/** Start without any. @param used ids that are taken already */
export function createIds(used: readonly string[] = []): Ids {
  const taken = new Set([...reservedIds, ...used.map((id) => id.toLowerCase())])
  const all = new Map<string, string>()
  return {
    all,
    of(name) {
      const known = all.get(name)
      if (known !== undefined) return known
      const id = freeId(idOfWords(name, 'part'), taken)
      taken.add(id.toLowerCase())
      all.set(name, id)
      return id
    },
  }
}
