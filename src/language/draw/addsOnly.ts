/** Tells whether an edit added exactly one node with its arrows to a diagram. */

import type { DiagramEdge, DiagramGraph, DiagramNode } from '../../core/diagrams/engine.ts'

/** What the edit should add. */
export interface Addition {
  readonly label: string
  /** The id of the group that contains it; absent if there is none. */
  readonly parent?: string
  /** Arrows from it to a node, or from a node to it. */
  readonly edges: readonly { readonly from?: string; readonly to?: string }[]
}

/** Whether an edit added exactly this. The labels and heads of new arrows are up to the notation. */
export function addsOnly(
  before: DiagramGraph,
  after: DiagramGraph | undefined,
  { label, parent, edges }: Addition,
): boolean {
  const known = new Set(before.nodes.map(({ id }) => id))
  const [added, ...more] = after?.nodes.filter(({ id }) => !known.has(id)) ?? []
  if (!after || !added || more.length > 0 || added.label !== label || added.parent !== parent) return false
  const { id } = added
  const others = after.nodes.filter((node) => node !== added)
  const keyOf = ({ from, to, label: said, heads }: Pick<DiagramEdge, 'from' | 'to' | 'label' | 'heads'>) =>
    JSON.stringify(from === id || to === id ? [from, to] : [from, to, said, heads])
  const wanted = [...before.edges, ...edges.map((edge) => ({ from: id, to: id, ...edge }))]
  return (
    before.title === after.title &&
    isSame(before.nodes.map(nodeKey), others.map(nodeKey)) &&
    isSame(wanted.map(keyOf), after.edges.map(keyOf))
  )
}

const nodeKey = ({ id, label, kind, parent }: DiagramNode): string => JSON.stringify([id, label, kind, parent])

function isSame(some: readonly string[], others: readonly string[]): boolean {
  const sorted = others.toSorted()
  return some.length === others.length && some.toSorted().every((each, index) => each === sorted[index])
}
