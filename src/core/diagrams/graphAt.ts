/** Finds the node or edge at an offset in the source of a diagram. */

import type { Range } from '../text/range.ts'
import type { DiagramEdge, DiagramGraph, DiagramNode } from './engine.ts'

/**
 * The node that is named at an offset, or the innermost group that contains it.
 *
 * @param offset UTF-16, into the source of the diagram
 */
export const nodeAt = ({ nodes }: DiagramGraph, offset: number): DiagramNode | undefined =>
  innermost(
    nodes.flatMap((node) => [node, ...(node.mentions ?? [])].map((range) => ({ range, found: node }))),
    offset,
  )

/** The edge at an offset; if several share a line, the shortest. */
export const edgeAt = ({ edges }: DiagramGraph, offset: number): DiagramEdge | undefined =>
  innermost(
    edges.map((edge) => ({ range: edge, found: edge })),
    offset,
  )

/** The shortest range that contains an offset. A cursor directly after a word still counts. */
function innermost<T>(places: readonly { readonly range: Range; readonly found: T }[], offset: number): T | undefined {
  let best: (typeof places)[number] | undefined
  for (const place of places) {
    const { start, end } = place.range
    if (offset < start || offset > end) continue
    if (!best || end - start < best.range.end - best.range.start) best = place
  }
  return best?.found
}
