/** Collects nodes, edges and groups while a diagram is read, and makes a graph of them. */

import { consistentGraph } from '../../core/diagrams/consistentGraph.ts'
import type { DiagramEdge, DiagramGraph, DiagramNode, DiagramNodeKind } from '../../core/diagrams/engine.ts'
import { plainLabel } from './label.ts'

/** Half-open range of offsets into the text that is read. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Reads what a diagram of one kind shows. The text begins with the word for the kind and has no comments. */
export type ReadGraph = (text: string, draft: Draft) => void

/** What a place says of a node besides its name. */
interface Saying {
  /** As written, with its markup. */
  readonly label?: string | undefined
  readonly kind?: DiagramNodeKind | undefined
  /** What a chart says of it besides its name. */
  readonly value?: string | undefined
  /** The group it stands in, where that is another one than the one that is open. */
  readonly parent?: string | undefined
  /** Whether this place defines the node though it gives it no label. */
  readonly isDefinition?: boolean
}

interface Connection extends Range {
  readonly from: string
  readonly to: string
  /** As written, with its markup. */
  readonly label?: string | undefined
  readonly heads?: DiagramEdge['heads'] | undefined
}

/** A graph in the making. */
export interface Draft {
  title: string | undefined
  description: string | undefined
  /** A place names a node. */
  node(id: string, at: Range, saying?: Saying): void
  edge(connection: Connection): void
  /** What comes next stands in this group. */
  enter(id: string, start: number): void
  /** The innermost group ends. */
  leave(end: number): void
  finish(end: number): DiagramGraph
}

/** More is no picture for anybody, and few letters can ask for very many. */
const mostEdges = 5000

/** A name that is nothing but blanks or markup, as it can be shown. */
const oneLine = (id: string): string => id.replace(/\s+/g, ' ')

/** Start an empty graph. */
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
