/** Marks nodes and edges in a drawing by Graphviz. */

import type { DiagramGraph } from '../../core/diagrams/engine.ts'
import { markEdges, markNodes } from '../drawn/mark.ts'

/** Marks the elements that show the graph's nodes and edges, which Graphviz titles with their names. */
export function markElements(drawing: Element, graph: DiagramGraph): void {
  const titleOf = (element: Element) => element.querySelector(':scope > title')?.textContent ?? ''
  markNodes(drawing.querySelectorAll('g.node, g.cluster'), graph, titleOf)
  // The drawing may have another order, but edges are numbered in source order.
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
