/** Turns offsets into lines and columns, for people. */

import { firstIndex } from '../data/firstIndex.ts'

/** A place for people: line and column from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Turns UTF-16 offsets of a text into places. An offset outside the text counts as its nearest end. */
export function createPositions(text: string): (offset: number) => Place {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: lineBreak }) => index + lineBreak.length)]
  return (offset) => {
    const wanted = Math.min(Math.max(offset, 0), text.length)
    const line = firstIndex(starts, (start) => start > wanted)
    return { line, column: wanted - (starts[line - 1] ?? 0) + 1 }
  }
}
