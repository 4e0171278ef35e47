/** Finds the node or the edge that stands at an offset in the source of a diagram. */

import type { Range } from '../document/document.ts'
import type { DiagramEdge, DiagramGraph, DiagramNode } from './engine.ts'

/**
 * The node that is named at an offset, or in whose group the offset lies.
 *
 * @param offset UTF-16, into the source of the diagram
 */
export const nodeAt = ({ nodes }: DiagramGraph, offset: number): DiagramNode | undefined =>
  innermost(
    nodes.flatMap((node) => [node, ...(node.mentions ?? [])].map((range) => ({ range, found: node }))),
    offset,
  )

/** The connection that is drawn at an offset; of those that share a line, the shortest. */
export const edgeAt = ({ edges }: DiagramGraph, offset: number): DiagramEdge | undefined =>
  innermost(
    edges.map((edge) => ({ range: edge, found: edge })),
    offset,
  )

/** A cursor behind the last letter is still at the word. */
function innermost<T>(places: readonly { readonly range: Range; readonly found: T }[], offset: number): T | undefined {
  let best: (typeof places)[number] | undefined
  for (const place of places) {
    const { start, end } = place.range
    if (offset < start || offset > end) continue
    if (!best || end - start < best.range.end - best.range.start) best = place
  }
  return best?.found
}
