/** Collects nodes, edges and groups while a diagram is read, and builds a graph from them. */

import { consistentGraph } from '../../core/diagrams/consistentGraph.ts'
import type { DiagramEdge, DiagramGraph, DiagramNode, DiagramNodeKind } from '../../core/diagrams/engine.ts'
import { plainLabel } from './label.ts'

/** Half-open range of UTF-16 offsets into the text being read. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Reads what a diagram of one kind shows. The text begins with the header word and has no comments. */
export type ReadGraph = (text: string, draft: Draft) => void

/** What the source says about a node in one place, besides its name. */
interface Saying {
  /** As written, with its markup. */
  readonly label?: string | undefined
  readonly kind?: DiagramNodeKind | undefined
  /** The node's figures in a chart. */
  readonly value?: string | undefined
  /** The node's group, if it is not the group currently open. */
  readonly parent?: string | undefined
  /** Whether this place defines the node even without a label. */
  readonly isDefinition?: boolean
}

interface Connection extends Range {
  readonly from: string
  readonly to: string
  /** As written, with its markup. */
  readonly label?: string | undefined
  readonly heads?: DiagramEdge['heads'] | undefined
}

/** A graph in progress. */
export interface Draft {
  title: string | undefined
  description: string | undefined
  /** Records a place that names a node. */
  node(id: string, at: Range, saying?: Saying): void
  edge(connection: Connection): void
  /** Opens a group: what follows belongs to it. */
  enter(id: string, start: number): void
  /** Closes the innermost group. */
  leave(end: number): void
  finish(end: number): DiagramGraph
}

/** Maximum number of edges: a short source can define very many, and nobody could read the picture. */
const mostEdges = 5000

/** The display form of a name that has only blanks or markup. */
const oneLine = (id: string): string => id.replace(/\s+/g, ' ')

/** Creates an empty draft. */
export function createDraft(): Draft {
  const nodes = new Map<string, { -readonly [K in keyof DiagramNode]: DiagramNode[K] } & { mentions: Range[] }>()
  const defined = new Set<string>()
  const edges: DiagramEdge[] = []
  const groups: { readonly id: string; readonly start: number }[] = []

  const node: Draft['node'] = (id, at, saying = {}) => {
    const { start, end } = at
    const { label, kind, value, isDefinition = label !== undefined } = saying
    const known = nodes.get(id)
    const found = known ?? { id, label: plainLabel(id) || oneLine(id), start, end, mentions: [] }
    nodes.set(id, found)
    const plain = label === undefined ? '' : plainLabel(label)
    if (plain) found.label = plain
    if (kind) found.kind = kind
    if (value) found.value ??= plainLabel(value)
    const parent = saying.parent ?? groups.at(-1)?.id
    if (parent !== undefined && parent !== id) found.parent ??= parent
    if (!known) {
      if (isDefinition) defined.add(id)
      return
    }
    if (found.start === start && found.end === end) return
    if (isDefinition && !defined.has(id)) {
      defined.add(id)
      found.mentions.push({ start: found.start, end: found.end })
      Object.assign(found, { start, end })
    } else found.mentions.push({ start, end })
  }

  return {
    title: undefined,
    description: undefined,
    node,
    edge({ from, to, start, end, label, heads }) {
      if (edges.length >= mostEdges) return
      const plain = label === undefined ? '' : plainLabel(label)
      edges.push({ from, to, start, end, ...(plain && { label: plain }), ...(heads && { heads }) })
    },
    enter(id, start) {
      groups.push({ id, start })
    },
    leave(end) {
      const group = groups.pop()
      if (group) nodes.get(group.id)?.mentions.push({ start: group.start, end })
    },
    finish(end) {
      while (groups.length > 0) this.leave(end)
      return consistentGraph({
        ...(this.title && { title: this.title }),
        ...(this.description && { description: this.description }),
        nodes: Array.from(nodes.values(), ({ mentions, ...rest }) => ({
          ...rest,
          ...(mentions.length > 0 && { mentions }),
        })),
        edges,
      })
    },
  }
}
