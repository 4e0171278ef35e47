/** Collects the text of a drawing: runs in a row, and blocks of rows. */

import { groupBy } from '../../data/groupBy.ts'
import type { Grid } from './grid.ts'
import type { Lines } from './lines.ts'

/** Text in one row, with gaps of at most one space. */
export interface Run {
  readonly text: string
  readonly y: number
  readonly x1: number
  /** The last column. */
  readonly x2: number
  /** UTF-16 offsets into the source. */
  readonly start: number
  readonly end: number
}

/** Runs below each other, like the lines of a paragraph. */
export interface TextBlock {
  readonly runs: readonly Run[]
}

/** All text between the lines, row by row. */
export function readRuns(grid: Grid, lines: Lines): Run[] {
  return grid.rows.flatMap((row, y) => {
    const runs: Run[] = []
    for (let x = 0; x < row.length; x++) {
      if (!lines.isText(x, y)) continue
      const x1 = x
      while (lines.isText(x + 1, y) || (grid.glyphAt(x + 1, y) === ' ' && lines.isText(x + 2, y))) x++
      const cells = row.slice(x1, x + 1)
      runs.push({
        text: cells.map(({ glyph }) => glyph).join(''),
        y,
        x1,
        x2: x,
        start: cells[0]?.start ?? 0,
        end: cells.at(-1)?.end ?? 0,
      })
    }
    return runs
  })
}

/** Group runs that are below each other. Runs must be in order. */
export function stackRuns(runs: readonly Run[]): TextBlock[] {
  const blocks: Run[][] = []
  for (const run of runs) {
    const owner = blocks.findLast((block) => {
      const last = block.at(-1)
      return last !== undefined && last.y === run.y - 1 && last.x1 <= run.x2 && last.x2 >= run.x1
    })
    if (owner) owner.push(run)
    else blocks.push([run])
  }
  return blocks.map((each) => ({ runs: each }))
}

/** The text of runs in reading order, one line per row. */
export function linesOf(runs: readonly Run[]): string[] {
  const rows = groupBy(
    runs.toSorted((a, b) => a.y - b.y || a.x1 - b.x1),
    ({ y }) => y,
  )
  return [...rows.values()].map((row) => row.map(({ text }) => text).join(' '))
}
