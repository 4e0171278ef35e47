/** Gives each node and edge of a diagram a mark, by which panel and source find each other. */

import type { Range } from '../document/document.ts'
import type { DiagramGraph } from './engine.ts'
import { edgeAt, nodeAt } from './graphAt.ts'
import { edgeSentence, nodeWords } from './sentences.ts'

/** A node or an edge of a diagram, as a drawing marks it and as it is read out. */
export interface DiagramElement {
  /** What its elements in the drawing carry as `data-mark`. */
  readonly mark: string
  readonly kind: 'node' | 'group' | 'edge'
  /** Such as `Orders` or `Client to Gateway: HTTPS`. */
  readonly text: string
}

/** The mark of a node, by its place in the graph. */
export const nodeMark = (index: number): string => `n${index}`

/** The mark of an edge, by its place in the graph. */
export const edgeMark = (index: number): string => `e${index}`

/** What a diagram shows, element by element: its nodes, then its edges. */
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

/** Where an element is defined, as UTF-16 offsets into the source of the diagram; undefined for a mark that is none. */
export function rangeOfElement({ nodes, edges }: DiagramGraph, mark: string): Range | undefined {
  const found = (mark.startsWith('n') ? nodes : edges)[Number.parseInt(mark.slice(1), 10)]
  return found && { start: found.start, end: found.end }
}

/**
 * The element of a diagram that the source speaks of at an offset: a node at its name, an edge between its names. Beside
 * names, what the line tells of; else the group that the offset lies in. Undefined where there is nothing of these.
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
