/** Joins the trees of slices into one tree with positions in the whole text. */

import type { Nodes, Root } from 'mdast'

/** A part of a text with its tree, whose positions are relative to the part. */
interface PlacedPart {
  readonly text: string
  readonly children: Root['children']
  /** Number of line breaks in it. */
  readonly lines: number
}

/**
 * The mdast tree of a text that was parsed in parts: a copy with positions relative to the text.
 *
 * @param parts in order, without gaps
 */
export function placedTree(text: string, parts: readonly PlacedPart[]): Root {
  const children: Root['children'] = []
  let line = 0
  let offset = 0
  for (const part of parts) {
    for (const child of part.children) children.push(moved(child, line, offset))
    line += part.lines
    offset += part.text.length
  }
  const lastBreak = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return {
    type: 'root',
    children,
    position: {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: line + 1, column: text.length - lastBreak, offset: text.length },
    },
  }
}

type Point = NonNullable<Nodes['position']>['start']

/** A deep copy of a node. Iterative, since malicious input may be deeply nested. */
function moved<T extends Nodes>(node: T, line: number, offset: number): T {
  const point = (at: Point): Point => ({ ...at, line: at.line + line, offset: (at.offset ?? 0) + offset })
  const copy = { ...node }
  const pending: Nodes[] = [copy]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { position } = next
    if (position) next.position = { start: point(position.start), end: point(position.end) }
    if (!('children' in next)) continue
    const children = next.children.map((child) => ({ ...child }))
    next.children = children as never
    for (const child of children) pending.push(child as Nodes)
  }
  return copy
}
