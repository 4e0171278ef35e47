/** Reads a text except for some ranges, each block once. */

import type { RootContent } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { type DocumentModel, proseOfNode } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'

/** Reads the text of a document without some ranges, block by block. */
type OutsideReader<T> = (document: DocumentModel, places: readonly Range[]) => readonly T[]

/**
 * Creates a reader of all text outside some ranges. A block that no range touches is read once, however often it moves.
 *
 * @param read must not depend on context beyond whole words, since it receives the text in pieces
 */
export function createOutsideReader<T>(read: (text: string) => T): OutsideReader<T> {
  const readBlock = remember((node: RootContent, document: DocumentModel) => read(proseOfNode(document, node)))
  return (document, places) => {
    const pending = places.toSorted((a, b) => b.start - a.start)
    let until = 0
    return document.blocks.map((node) => {
      const { start, end } = document.rangeOf(node)
      if (until <= start && (pending.at(-1)?.start ?? end) >= end) return readBlock(node, document)
      let outside = ''
      let at = Math.max(start, until)
      for (let place = pending.at(-1); place && place.start < end; place = pending.at(-1)) {
        outside += `${document.prose.slice(at, place.start)}\n`
        until = Math.max(until, place.end)
        at = Math.max(at, until)
        pending.pop()
      }
      return read(outside + document.prose.slice(at, end))
    })
  }
}
