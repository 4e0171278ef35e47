import type { DiagramGraph } from '../../core/diagrams/engine.ts'
import { edgePart, nodePart } from '../../core/diagrams/parts.ts'

/** Marks an element of a drawing as what shows a part, unless one around it does already. */
export function mark(element: Element | null | undefined, part: string): void {
  if (element && !element.closest(`[data-part="${part}"]`)) element.setAttribute('data-part', part)
}

/** Marks each node by the element that carries its name; `nameOf` is undefined for elements that are none. */
export function markNodes(
  elements: Iterable<Element>,
  { nodes }: DiagramGraph,
  nameOf: (element: Element) => string | undefined,
): void {
  const parts = new Map(nodes.map(({ id }, index) => [id, nodePart(index)]))
  for (const element of elements) {
    const part = parts.get(nameOf(element) ?? '')
    if (part) mark(element, part)
  }
}

/** Marks each edge by the first element between its ends, in either direction, that shows no other. */
export function markEdges(
  elements: Iterable<Element>,
  { edges }: DiagramGraph,
  isBetween: (element: Element, from: string, to: string) => boolean,
): void {
  const left = new Set(elements)
  for (const [index, { from, to }] of edges.entries()) {
    const found =
      [...left].find((element) => isBetween(element, from, to)) ??
      [...left].find((element) => isBetween(element, to, from))
    if (!found) continue
    left.delete(found)
    mark(found, edgePart(index))
  }
}
