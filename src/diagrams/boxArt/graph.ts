/** Reads box art as the graph that rules and the panel use. */

import { readBoxArt } from '../../core/diagrams/boxArt/looksLike.ts'
import { nameNodes } from '../../core/diagrams/boxArt/names.ts'
import { consistentGraph } from '../../core/diagrams/consistentGraph.ts'
import type { DiagramGraph } from '../../core/diagrams/engine.ts'

/** The boxes of a drawing, free-standing text, and their connections. */
export function graphOf(source: string): DiagramGraph | undefined {
  const art = readBoxArt(source)
  if (!art) return undefined
  const names = nameNodes(art)
  const idOf = (node: (typeof art.nodes)[number]) => names.get(node) ?? ''
  return consistentGraph({
    nodes: art.nodes.map((node) => ({
      id: idOf(node),
      label: node.label.join(' ') || idOf(node),
      start: node.start,
      end: node.end,
      ...(node.isGroup && { kind: 'group' as const }),
      ...(node.parent && { parent: idOf(node.parent) }),
    })),
    edges: art.edges.map(({ from, to, heads, label, start, end }) => ({
      from: idOf(from),
      to: idOf(to),
      start,
      end,
      ...(label.length > 0 && { label: label.join(' ') }),
      ...(heads !== 'one' && { heads }),
    })),
  })
}
