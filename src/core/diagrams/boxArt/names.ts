/** Names the nodes of a drawing so that every diagram notation accepts the names. */

import { freeId, idOfWords, reservedIds } from '../nodeIds.ts'
import type { ArtNode, BoxArt } from './parse.ts'

/** A unique name for each node, derived from its text; a valid identifier in every notation. */
export function nameNodes({ nodes }: Pick<BoxArt, 'nodes'>): ReadonlyMap<ArtNode, string> {
  const taken = new Set(reservedIds)
  return new Map(
    nodes.map((node) => {
      const { label, isGroup, box } = node
      const name = freeId(idOfWords(label[0] ?? '', isGroup ? 'group' : box ? 'box' : 'note'), taken)
      taken.add(name.toLowerCase())
      return [node, name]
    }),
  )
}
