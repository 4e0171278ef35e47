/** Writes a drawing made of characters as a mermaid flowchart. */

import { mermaidText } from '../mermaidText.ts'
import { readBoxArt } from './looksLike.ts'
import { nameNodes } from './names.ts'
import type { ArtEdge, ArtNode, BoxArt } from './parse.ts'

/** A drawing as a mermaid flowchart, or why it cannot be one. */
export type Conversion = { readonly mermaid: string } | { readonly reason: string }

/** Write a drawing as a mermaid flowchart with the same nodes, edges, labels and nesting. Refuses what it does not understand. */
export function boxArtToMermaid(source: string): Conversion {
  const art = readBoxArt(source)
  if (!art) return { reason: 'This text contains no box drawing' }
  const reason = obstacle(art, source)
  return reason ? { reason } : { mermaid: write(art) }
}

/** What stands in the way; undefined when nothing does. */
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

/** Lines: without head, with one, with two. */
const arrows = {
  light: { none: '---', one: '-->', both: '<-->' },
  dashed: { none: '-.-', one: '-.->', both: '<-.->' },
  thick: { none: '===', one: '==>', both: '<==>' },
}

const arrowOf = ({ stroke, heads, label }: ArtEdge): string =>
  label.length > 0 ? `${arrows[stroke][heads]}|"${labelText(label)}"|` : arrows[stroke][heads]

/** Words in quotes: what mermaid, its Markdown and HTML would read as more than that is written as entities. */
const labelText = (lines: readonly string[]): string => lines.map((line) => mermaidText(line.trim())).join('<br>')

/** Left to right where most of what is connected, or else what follows each other, stands side by side. */
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
