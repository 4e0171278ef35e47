/** Tells whether two diagrams show the same except for the name of one node. */

import type { DiagramEdge, DiagramGraph, DiagramNode } from '../core/diagrams/engine.ts'
import { type Renaming, replaceWhole } from './wholeNames.ts'

/** Whether a diagram shows the same after a renaming, with the new name in place of the old one. */
export function showsSame(before: DiagramGraph, after: DiagramGraph | undefined, renaming: Renaming): boolean {
  if (after?.nodes.length !== before.nodes.length || after.edges.length !== before.edges.length) return false
  const nodes = new Map(after.nodes.map((node) => [node.id, node]))
  const { from, to } = renaming
  const ids = pairIds(before.nodes, after.nodes, renaming)
  const isSameText = (old = '', now = '') => now === old || now === replaceWhole(old, renaming)
  const isSameNode = (old: DiagramNode) => {
    const now = nodes.get(ids.get(old.id) ?? '')
    return (
      now !== undefined &&
      (old.label === from ? now.label === to : isSameText(old.label, now.label)) &&
      // A node that gets its own label may thereby reveal its kind.
      (now.kind === old.kind || (old.id === from && old.kind === undefined)) &&
      now.parent === (old.parent === undefined ? undefined : ids.get(old.parent))
    )
  }
  const isSameEdge = (old: DiagramEdge, now: DiagramEdge) =>
    now.from === ids.get(old.from) &&
    now.to === ids.get(old.to) &&
    now.heads === old.heads &&
    isSameText(old.label, now.label)
  return (
    before.nodes.every(isSameNode) && before.edges.every((edge, index) => isSameEdge(edge, after.edges[index] ?? edge))
  )
}

/** Maps the ids of nodes before to those after. If the id is derived from the name, the renamed node has a new id. */
function pairIds(
  before: readonly DiagramNode[],
  after: readonly DiagramNode[],
  { from, to }: Renaming,
): ReadonlyMap<string, string> {
  const old = new Set(before.map(({ id }) => id))
  const kept = new Map(after.map(({ id, label }) => [id, label]))
  const fresh = after.filter(({ id, label }) => label === to && !old.has(id))[Symbol.iterator]()
  return new Map(
    before.map(({ id, label }) => {
      // The id itself was renamed, and the label is different.
      if (id === from && label !== from && !kept.has(id)) return [id, to]
      const hasNewId = label === from && kept.get(id) !== to
      return [id, hasNewId ? (fresh.next().value?.id ?? id) : id]
    }),
  )
}
