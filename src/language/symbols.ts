/** Makes of the diagrams of a document what an outline shows: each with its nodes, in their groups. */

import { groupBy } from '../core/data/groupBy.ts'
import type { DiagramNode, DiagramNodeKind } from '../core/diagrams/engine.ts'
import { kindLabel } from '../core/diagrams/kindLabel.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import type { Range } from '../core/text/range.ts'

/** A diagram, or a node of one. The range is all of it, in UTF-16 offsets into the document. */
export interface DiagramSymbol extends Range {
  /** What kind of diagram it is, as `kindLabel` says it; absent for a node. */
  readonly what?: string
  /** What it is called; empty for a diagram that nothing says that of. */
  readonly name: string
  /** What is said beside the name; empty where that is nothing. */
  readonly detail: string
  readonly kind: DiagramNodeKind | 'diagram' | 'part'
  /** What a jump selects; inside of the range. */
  readonly selection: Range
  readonly children: readonly DiagramSymbol[]
}

/** More nodes are no outline of a diagram. */
const most = 300

/** The diagrams of a document, in order. Nodes without a name are left out. */
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

/** A node with all that is written in it: nodes of a group, members of a class. */
const stretchOf = ({ start, end, mentions = [] }: DiagramNode): Range =>
  mentions.reduce(
    (all, each) => (each.start <= start && each.end >= all.end ? { start: each.start, end: each.end } : all),
    {
      start,
      end,
    },
  )
