/** Reads the points, the quadrants and the axes of a mermaid quadrant chart. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf } from './statements.ts'
import { unquoted } from './words.ts'

/** A point belongs to the quadrant that it lies in, if that has a name. */
export const readQuadrant: ReadGraph = (text, draft) => {
  const lines = [...linesOf(text)]
  const named = new Set<string>()
  for (const { text: line, start, end } of lines) {
    const axis = /^[xy]-axis(?=\s)/.exec(line)?.[0]
    const ends = axis
      ? line
          .slice(axis.length)
          .split(/-{2,9}>/)
          .map(unquoted)
      : []
    if (axis && ends[0]) draft.node(axis, { start, end }, { label: ends.filter((each) => each !== '').join(' to ') })
    const quadrant = /^quadrant-[1-4](?=\s)/.exec(line)?.[0]
    if (!quadrant) continue
    draft.node(quadrant, { start, end }, { label: unquoted(line.slice(quadrant.length)), kind: 'group' })
    named.add(quadrant)
  }
  for (const { text: line, start } of lines) {
    const [whole, name = '', x, y] = point.exec(line) ?? []
    if (!whole) continue
    const quadrant = quadrantOf(Number(x), Number(y))
    draft.node(
      unquoted(name),
      { start, end: start + whole.length },
      { label: unquoted(name), value: `${x}, ${y}`, parent: named.has(quadrant) ? quadrant : undefined },
    )
  }
}

const point = /^([^:[\]\n]+)(?::::\w+[^\S\n]*)?:\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]/

/** Quadrants are numbered from the upper right, counterclockwise. */
function quadrantOf(x: number, y: number): string {
  const isRight = x >= 0.5
  return `quadrant-${y >= 0.5 ? (isRight ? 1 : 2) : isRight ? 4 : 3}`
}
