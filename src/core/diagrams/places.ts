/** Converts between offsets in a document and elements of its diagrams. */

import type { DocumentModel } from '../document/document.ts'
import { offsetInSource, placeInDocument } from '../document/places.ts'
import { lineEnd, lineStart, linesWithBreaks, withoutBreak } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { elementAt, rangeOfElement } from './elements.ts'

/** The places of a document's diagrams. Stays valid when the model is replaced. */
export interface Fences {
  /** The diagram at an offset of the document, and its element there; empty outside of diagrams. */
  at(offset: number): { readonly id?: string; readonly mark?: string }
  /**
   * The range to select when jumping to a card, an element or a line of its source; undefined if there is no such card.
   */
  place(target: { readonly id: string; readonly mark?: string; readonly line?: number }): Range | undefined
}

export const noFences: Fences = { at: () => ({}), place: () => undefined }

/**
 * Record where the diagrams are.
 *
 * @param cards the result of `cardsOf` for the same model
 */
export function createFences({ text, diagrams }: DocumentModel, cards: readonly { readonly id: string }[]): Fences {
  const fences = diagrams.map(({ start, end, source, graph }, index) => ({
    start,
    end,
    source,
    graph,
    id: cards[index]?.id ?? '',
  }))
  const restOfLine = (start: number): Range => ({
    start,
    end: start + (/^.*/.exec(text.slice(start))?.[0].length ?? 0),
  })
  return {
    at(offset) {
      const fence = fences.find(({ start, end }) => start <= offset && offset <= end)
      if (!fence) return {}
      const inside = offsetInSource({ text }, fence, offset)
      const mark =
        fence.graph && inside !== undefined
          ? elementAt(fence.graph, inside, lineAround(fence.source, inside))
          : undefined
      return { id: fence.id, ...(mark !== undefined && { mark }) }
    },
    place({ id, mark, line }) {
      const fence = fences.find((each) => each.id === id)
      if (!fence) return undefined
      const { source, graph, start } = fence
      const range = mark !== undefined && graph && rangeOfElement(graph, mark)
      if (range) return placeInDocument({ text }, fence, range)
      if (line === undefined) return restOfLine(start)
      const lines = linesWithBreaks(source)
      const before = lines.slice(0, Math.max(0, line - 1)).join('').length
      const at = before + (/^\s*/.exec(withoutBreak(lines[line - 1] ?? ''))?.[0].length ?? 0)
      return restOfLine(placeInDocument({ text }, fence, { start: at, end: at }).start)
    },
  }
}

const lineAround = (source: string, offset: number): Range => ({
  start: lineStart(source, offset),
  end: lineEnd(source, offset),
})
