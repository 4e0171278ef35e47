/** Converts a drawing made of characters to a mermaid flowchart. */

import { mermaidText } from '../mermaidText.ts'
import { readBoxArt } from './looksLike.ts'
import { nameNodes } from './names.ts'
import type { ArtEdge, ArtNode, BoxArt } from './parse.ts'

/** A mermaid flowchart, or why a drawing cannot be converted. */
export type Conversion = { readonly mermaid: string } | { readonly reason: string }

/**
 * Convert a drawing to a flowchart with the same nodes, edges, labels and nesting. Fails if anything is not understood.
 */
export function boxArtToMermaid(source: string): Conversion {
  const art = readBoxArt(source)
  if (!art) return { reason: 'This text contains no box drawing' }
  const reason = obstacle(art, source)
  return reason ? { reason } : { mermaid: write(art) }
}

/** What prevents the conversion; undefined if nothing does. */
function obstacle({ gaps: [gap], edges }: BoxArt, source: string): string | undefined {
  const lineOf = (offset: number) => source.slice(0, offset).split(/\r\n?|\n/).length
  if (gap) return `Line ${lineOf(gap.start)} of the drawing has ${gap.reason}`
  const inward = edges.find(({ from, to }) => isAround(from, to) || isAround(to, from))
  if (!inward) return undefined
  return `Line ${lineOf(inward.start)} of the drawing connects a box to one inside it, which mermaid cannot draw`
}

const isAround = (outer: ArtNode, { parent }: ArtNode): boolean =>
  parent !== undefined && (parent === outer || isAround(outer, parent))

function write(art: BoxArt): string {
  const names = nameNodes(art)
  const nameOf = (node: ArtNode) => names.get(node) ?? ''
  const body = (parent: ArtNode | undefined, indent: string): string[] =>
    art.nodes
      .filter((node) => node.parent === parent)
      .flatMap((node) => {
        if (!node.isGroup) return [`${indent}${nodeText(node, nameOf(node))}`]
        const open = `${indent}subgraph ${nameOf(node)}["${labelText(node.label) || ' '}"]`
        return [open, ...body(node, `${indent}  `), `${indent}end`]
      })
  const edges = art.edges.map((edge) => `  ${nameOf(edge.from)} ${arrowOf(edge)} ${nameOf(edge.to)}`)
  return [`flowchart ${directionOf(art)}`, ...body(undefined, '  '), ...edges].join('\n')
}

const nodeText = (node: ArtNode, name: string): string =>
  node.box ? `${name}["${labelText(node.label) || ' '}"]` : `${name}@{ shape: text, label: "${labelText(node.label)}" }`

/** Edges without arrow head, with one, and with two. */
const arrows = {
  light: { none: '---', one: '-->', both: '<-->' },
  dashed: { none: '-.-', one: '-.->', both: '<-.->' },
  thick: { none: '===', one: '==>', both: '<==>' },
}

const arrowOf = ({ stroke, heads, label }: ArtEdge): string =>
  label.length > 0 ? `${arrows[stroke][heads]}|"${labelText(label)}"|` : arrows[stroke][heads]

/** Text for a quoted label: everything that mermaid, its Markdown or HTML would interpret is written as entities. */
const labelText = (lines: readonly string[]): string => lines.map((line) => mermaidText(line.trim())).join('<br>')

/** `LR` if most connected nodes (or, without edges, consecutive ones) are side by side. */
function directionOf({ edges, nodes, floor }: BoxArt): 'LR' | 'TB' {
  const rowsOf = ({ box, start }: ArtNode): { y1: number; y2: number } => {
    if (box) return box
    const y = floor.grid.rows.findIndex((row) => row.some((cell) => cell.start === start))
    return { y1: y, y2: y }
  }
  const neighbours = nodes.flatMap((node, index) => {
    const next = nodes[index + 1]
    return next?.box && node.box && next.parent === node.parent ? [{ from: node, to: next }] : []
  })
  const pairs = edges.length > 0 ? edges : neighbours
  const level = pairs.filter(({ from, to }) => {
    const [a, b] = [rowsOf(from), rowsOf(to)]
    return a.y1 <= b.y2 && b.y1 <= a.y2
  })
  return level.length > pairs.length / 2 ? 'LR' : 'TB'
}
