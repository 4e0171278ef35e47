import { edgePart, nodePart } from '../../core/diagramParts.ts'
import type { DiagramOutline } from '../../core/engine.ts'

/** Marks the elements of a drawing that show a node or an edge of its outline: Graphviz titles each with its names. */
export function markParts(root: Element, { nodes, edges }: DiagramOutline): void {
  const places = new Map(nodes.map(({ id }, index) => [id, nodePart(index)]))
  const open = edges.map(({ from, to }, index) => ({ names: new Set([`${from}->${to}`, `${to}->${from}`]), index }))
  for (const element of root.querySelectorAll('g.node, g.cluster, g.edge')) {
    const title = element.querySelector(':scope > title')?.textContent ?? ''
    if (!element.classList.contains('edge')) {
      const part = places.get(title)
      if (part) element.setAttribute('data-part', part)
      continue
    }
    // `a:port->b:port:e`, or `a--b`. Edges of the same two nodes come in the order of the source.
    const name = title.replace(/:[^:>-]*(?=->|--|$|:)/g, '').replace('--', '->')
    const found = open.findIndex(({ names }) => names.has(name))
    const [edge] = found === -1 ? [] : open.splice(found, 1)
    if (edge) element.setAttribute('data-part', edgePart(edge.index))
  }
}
