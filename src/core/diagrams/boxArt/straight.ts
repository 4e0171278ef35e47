/** Straightens borders that are out of line before a drawing is read. */

import { applyEdits, combineFixes } from '../../lint/edits.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import { type Grid, gridOf, readGrid } from './grid.ts'
import { type Lines, readLines } from './lines.ts'
import { findMisalignments, type Misalignment } from './misaligned.ts'
import { findRectangles, type Rectangle, readBorders } from './rectangles.ts'

/** A drawing with straightened borders. */
export interface Straight {
  readonly grid: Grid
  readonly lines: Lines
  /** The smallest rectangle of each upper left corner. */
  readonly rectangles: readonly Rectangle[]
  /** Misalignments in the source. */
  readonly misalignments: readonly Misalignment[]
}

/**
 * Maximum number of passes that straighten: a box may be out of line because of one inside it, so a pass can find more.
 */
const looks = 3

/**
 * Read a drawing and straighten its borders. Cells keep their offsets into the source. Undefined if it is too large.
 */
export function readStraight(source: string): Straight | undefined {
  let text = source
  let toSource = (offset: number): number => offset
  let misalignments: readonly Misalignment[] = []
  for (let look = 0; ; look++) {
    const grid = readGrid(text)
    if (!grid) return undefined
    const lines = readLines(grid)
    const borders = readBorders(grid, lines)
    const rectangles = findRectangles(grid, lines, borders)
    if (!rectangles) return undefined
    const found = look < looks ? findMisalignments(grid, lines, borders, rectangles) : []
    if (look === 0) misalignments = found
    if (found.length === 0)
      return { grid: look === 0 ? grid : moveGrid(grid, toSource), lines, rectangles, misalignments }
    const edits = combineFixes(found)
    const before = toSource
    const back = createWayBack(edits)
    toSource = (offset) => before(back(offset))
    text = applyEdits(text, edits)
  }
}

const moveGrid = (grid: Grid, toSource: (offset: number) => number): Grid =>
  gridOf(
    grid.rows.map((row) => row.map(({ glyph, start, end }) => ({ glyph, start: toSource(start), end: toSource(end) }))),
  )

/** Maps offsets in an edited text to the text before the edits; inserted text maps to the start of its edit. */
function createWayBack(edits: readonly TextEdit[]): (offset: number) => number {
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  return (offset) => {
    let moved = 0
    for (const { start, end, newText } of sorted) {
      if (offset < start + moved) break
      if (offset < start + moved + newText.length) return start
      moved += newText.length - (end - start)
    }
    return offset - moved
  }
}
