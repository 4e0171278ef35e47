/** Gives each node and edge of a diagram a mark that connects panel and source. */

import type { Range } from '../text/range.ts'
import type { DiagramGraph } from './engine.ts'
import { edgeAt, nodeAt } from './graphAt.ts'
import { edgeSentence, nodeWords } from './sentences.ts'

/** A node or edge of a diagram, as marked in a drawing and as read aloud. */
export interface DiagramElement {
  /** The value of `data-mark` on its elements in the drawing. */
  readonly mark: string
  readonly kind: 'node' | 'group' | 'edge'
  /** Such as `Orders` or `Client to Gateway: HTTPS`. */
  readonly text: string
}

/** The mark of a node, by its index in the graph. */
export const nodeMark = (index: number): string => `n${index}`

/** The mark of an edge, by its index in the graph. */
export const edgeMark = (index: number): string => `e${index}`

/** The elements of a diagram: its nodes, then its edges. */
export function elementsOf({ nodes, edges }: DiagramGraph): DiagramElement[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  return [
    ...nodes.map((node, index) => ({
      mark: nodeMark(index),
      kind: node.kind === 'group' ? ('group' as const) : ('node' as const),
      text: nodeWords(node),
    })),
    ...edges.map((edge, index) => ({
      mark: edgeMark(index),
      kind: 'edge' as const,
      text: edgeSentence(edge, labels),
    })),
  ]
}

/** Where an element is defined, as UTF-16 offsets into the source of the diagram; undefined for an unknown mark. */
export function rangeOfElement({ nodes, edges }: DiagramGraph, mark: string): Range | undefined {
  const found = (mark.startsWith('n') ? nodes : edges)[Number.parseInt(mark.slice(1), 10)]
  return found && { start: found.start, end: found.end }
}

/**
 * The mark of the element at an offset in the source: a node at its name, or an edge between its names. Otherwise, an
 * element on the same line, or the group that contains the offset. Undefined if there is none.
 *
 * @param line the line around the offset; all are UTF-16 offsets into the source
 */
export function elementAt(graph: DiagramGraph, offset: number, line: Range): string | undefined {
  const { nodes, edges } = graph
  const isHere = ({ start }: Range) => start >= line.start && start <= line.end
  const node = nodeAt(graph, offset)
  if (node && node.kind !== 'group') return nodeMark(nodes.indexOf(node))
  const edge = edgeAt(graph, offset) ?? (node && isHere(node) ? undefined : edges.find(isHere))
  if (edge) return edgeMark(edges.indexOf(edge))
  const told = nodes.find(isHere) ?? node
  return told && nodeMark(nodes.indexOf(told))
}
