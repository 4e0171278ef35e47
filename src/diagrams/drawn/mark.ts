/** Marks elements of a drawing as nodes and edges of its graph. */

import { edgeMark, nodeMark } from '../../core/diagrams/elements.ts'
import type { DiagramGraph } from '../../core/diagrams/engine.ts'

/** Marks an element of a drawing as a node or an edge, unless one around it already has the same mark. */
export function setMark(element: Element | null | undefined, mark: string): void {
  if (element && !element.closest(`[data-mark="${mark}"]`)) element.setAttribute('data-mark', mark)
}

/** Marks each node by the element with its name; `nameOf` returns undefined for elements that are not nodes. */
export function markNodes(
  elements: Iterable<Element>,
  { nodes }: DiagramGraph,
  nameOf: (element: Element) => string | undefined,
): void {
  const marks = new Map(nodes.map(({ id }, index) => [id, nodeMark(index)]))
  for (const element of elements) {
    const mark = marks.get(nameOf(element) ?? '')
    if (mark) setMark(element, mark)
  }
}

/** Marks each edge by the first unmarked element between its ends, preferably in the same direction. */
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
    setMark(found, edgeMark(index))
  }
}
