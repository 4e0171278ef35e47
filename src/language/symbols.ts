/** Turns the diagrams of a document into symbols for the outline: each diagram with its nodes, in groups. */

import { groupBy } from '../core/data/groupBy.ts'
import type { DiagramNode, DiagramNodeKind } from '../core/diagrams/engine.ts'
import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Range } from '../core/text/range.ts'

/** A diagram or one of its nodes. The range covers all of it, in UTF-16 offsets of the document. */
export interface DiagramSymbol extends Range {
  /** The kind of diagram, from `kindLabel`; absent for a node. */
  readonly what?: string
  /** Its name; empty for a diagram without one. */
  readonly name: string
  /** Text next to the name; may be empty. */
  readonly detail: string
  readonly kind: DiagramNodeKind | 'diagram' | 'part'
  /** The range to select when jumping to it; inside the whole range. */
  readonly selection: Range
  readonly children: readonly DiagramSymbol[]
}

/** The most nodes per diagram; more do not make an outline. */
const most = 300

/** The diagrams of a document, in order. Nodes without a name, such as a start or a fork, are left out. */
export const symbolsOf = (document: DocumentModel): readonly DiagramSymbol[] =>
  document.diagrams.flatMap((diagram) => (diagram.engine === undefined ? [] : [symbolOf(document, diagram)]))

function symbolOf(document: DocumentModel, diagram: Diagram): DiagramSymbol {
  const { start, end, graph, engine = diagram.language, kind, section } = diagram
  const nodes = (graph?.nodes ?? []).filter((node) => node.kind !== 'point').slice(0, most)
  const ids = new Set(nodes.map(({ id }) => id))
  const members = groupBy(nodes, ({ parent }) => (parent !== undefined && ids.has(parent) ? parent : undefined))
  const what = kindLabel({ engine, ...(kind !== undefined && { kind }) })
  const subject = graph?.title || section?.title
  const head = graph?.head && placeInDocument(document, diagram, graph.head)
  return {
    what,
    name: subject ?? '',
    detail: '',
    kind: 'diagram',
    start,
    end,
    selection: head ?? { start, end: start },
    children: childrenOf(undefined),
  }

  function childrenOf(parent: string | undefined): readonly DiagramSymbol[] {
    return (members.get(parent) ?? []).map((node) => {
      const selection = placeInDocument(document, diagram, node)
      const around = placeInDocument(document, diagram, stretchOf(node))
      return {
        name: node.label,
        detail: node.label === node.id ? '' : node.id,
        kind: node.kind ?? 'part',
        start: around.start,
        end: around.end,
        selection,
        children: childrenOf(node.id),
      }
    })
  }
}

/** The range of a node with everything written in it: nodes of a group, members of a class. */
const stretchOf = ({ start, end, mentions = [] }: DiagramNode): Range =>
  mentions.reduce(
    (all, each) => (each.start <= start && each.end >= all.end ? { start: each.start, end: each.end } : all),
    {
      start,
      end,
    },
  )
