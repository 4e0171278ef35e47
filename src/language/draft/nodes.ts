/** Assigns ids to the parts of a drafted diagram, one per name. */

import { freeId, idOfWords, reservedIds } from '../../core/diagrams/nodeIds.ts'

/** Assigns ids to names: always the same id to the same name. */
export interface Ids {
  of(name: string): string
  /** Ids by name, in the order in which they were requested. */
  readonly all: ReadonlyMap<string, string>
}

/**
 * Creates an empty table of ids.
 * @param used ids that are already taken
 */
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
