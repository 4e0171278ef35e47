/** Reads an architecture diagram as components, with the number of others each is connected to. */

import type { DiagramNode } from '../../core/diagrams/engine.ts'
import type { Diagram } from '../../core/document/document.ts'

/** A part in an architecture diagram, and the parts it is connected to. */
export interface DrawnComponent {
  readonly node: DiagramNode
  /** Each once, without the part itself. */
  readonly neighbours: readonly DiagramNode[]
  /** How many parts it points to, and how many point to it. */
  readonly targets: number
  readonly sources: number
}

/** Kinds of diagrams whose nodes are parts of a system; other kinds draw steps, states or types. */
const kinds = /^(?:flowchart|graph|C4\w+|architecture|block|digraph|strict|component|deployment)/

/**
 * The parts of an architecture diagram with their connections; empty for other diagrams and those with decision nodes.
 */
export function drawnComponents({ kind = '', graph }: Diagram): readonly DrawnComponent[] {
  if (!graph || !kinds.test(kind)) return []
  const components = new Map(graph.nodes.filter((node) => !isNoComponent(node)).map((node) => [node.id, node]))
  if (graph.nodes.some((node) => node.kind === 'decision')) return []
  const links = graph.edges.filter(({ from, to }) => from !== to && components.has(from) && components.has(to))
  const linked = (end: 'from' | 'to') => {
    const other = end === 'from' ? 'to' : 'from'
    const ids = new Map<string, Set<string>>()
    for (const edge of links) ids.set(edge[end], (ids.get(edge[end]) ?? new Set()).add(edge[other]))
    return (id: string): ReadonlySet<string> => ids.get(id) ?? new Set()
  }
  const targets = linked('from')
  const sources = linked('to')
  return Array.from(components.values(), (node) => ({
    node,
    neighbours: [...new Set([...targets(node.id), ...sources(node.id)])].flatMap((id) => components.get(id) ?? []),
    targets: targets(node.id).size,
    sources: sources(node.id).size,
  }))
}

const isNoComponent = ({ kind }: DiagramNode): boolean =>
  kind === 'group' || kind === 'person' || kind === 'step' || kind === 'type' || kind === 'point'
