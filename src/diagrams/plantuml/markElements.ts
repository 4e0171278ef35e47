/** Marks nodes and edges in a drawing by PlantUML. */

import type { DiagramGraph } from '../../core/diagrams/engine.ts'
import { markEdges, markNodes } from '../drawn/mark.ts'
import { markSequence } from './markSequence.ts'

/** Marks the elements that show the graph's nodes and edges with `data-mark`. */
export function markElements(drawing: Element, graph: DiagramGraph): void {
  if (drawing.querySelector('[data-qualified-name]')) markNamed(drawing, graph)
  else markSequence(drawing, graph)
}

/** Most kinds name the elements they draw. */
function markNamed(drawing: Element, graph: DiagramGraph): void {
  const known = new Set(graph.nodes.map(({ id }) => id))
  const names = new Map<string, string>()
  /** Names are qualified by the enclosing packages. */
  const nameOf = (element: Element) => {
    const full = element.getAttribute('data-qualified-name') ?? ''
    const own = known.has(full) ? full : full.slice(full.lastIndexOf('.') + 1)
    names.set(element.id, own)
    return own
  }
  markNodes(drawing.querySelectorAll('[data-qualified-name]'), graph, nameOf)
  const end = (element: Element, which: 1 | 2) => names.get(element.getAttribute(`data-entity-${which}`) ?? '')
  markEdges(
    drawing.querySelectorAll('[data-entity-1][data-entity-2]'),
    graph,
    (element, from, to) => end(element, 1) === from && end(element, 2) === to,
  )
}
