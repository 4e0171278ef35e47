/** Marks nodes and edges in a drawing of Graphviz's. */

import type { DiagramGraph } from '../../core/diagrams/engine.ts'
import { markEdges, markNodes } from '../drawn/mark.ts'

/** Marks the elements of a drawing that show a node or an edge of its graph: Graphviz titles each with its names. */
export function markElements(drawing: Element, graph: DiagramGraph): void {
  const titleOf = (element: Element) => element.querySelector(':scope > title')?.textContent ?? ''
  markNodes(drawing.querySelectorAll('g.node, g.cluster'), graph, titleOf)
  // Drawn in any order, they are counted as the source has them.
  const count = ({ id }: Element) => Number.parseInt(id.slice('edge'.length), 10)
  const edges = [...drawing.querySelectorAll('g.edge')].sort((a, b) => count(a) - count(b))
  // `a:port->b:port:e`, or `a--b`.
  const ends = new Map(
    edges.map((edge) => [
      edge,
      titleOf(edge)
        .replace(/:[^:>-]*(?=->|--|$|:)/g, '')
        .replace('--', '->'),
    ]),
  )
  markEdges(edges, graph, (edge, from, to) => ends.get(edge) === `${from}->${to}`)
}
