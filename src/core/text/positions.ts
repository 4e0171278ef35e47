/** Converts offsets to lines and columns for display. */

import { firstIndex } from '../data/firstIndex.ts'

/** A position for display: 1-based line and column, the column in UTF-16 units. */
export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Converts UTF-16 offsets of a text to positions. Offsets outside the text are clamped. */
export function createPositions(text: string): (offset: number) => LineColumn {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: lineBreak }) => index + lineBreak.length)]
  return (offset) => {
    const wanted = Math.min(Math.max(offset, 0), text.length)
    const line = firstIndex(starts, (start) => start > wanted)
    return { line, column: wanted - (starts[line - 1] ?? 0) + 1 }
  }
}
