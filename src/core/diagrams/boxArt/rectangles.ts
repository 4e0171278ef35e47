/** Finds the smallest closed rectangles of border lines in a drawing. */

import { across, down, left, right, toDown, toRight, up, upright, type Way } from './glyphs.ts'
import type { Grid } from './grid.ts'
import type { Lines } from './lines.ts'

/** A closed rectangle of border lines, by the columns and rows of its border. */
export interface Rectangle {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** How far borders extend from each cell. */
export interface Borders {
  /** The last column of the border that extends from here to the right; the column itself if there is none. */
  endRight(x: number, y: number): number
  /** The last row of the border that extends from here downwards. */
  endDown(x: number, y: number): number
}

/** Trace all borders once. They are not interrupted by crossing lines, arrow heads or titles. */
export function readBorders(grid: Grid, lines: Lines): Borders {
  const { width } = grid
  const height = grid.rows.length
  const rightEnds = new Uint16Array(width * height)
  const downEnds = new Uint16Array(width * height)
  for (let y = height - 1; y >= 0; y--)
    for (let x = width - 1; x >= 0; x--) {
      const index = y * width + x
      rightEnds[index] = leads(lines, x, y, toRight) ? (rightEnds[index + 1] ?? x) : x
      downEnds[index] = leads(lines, x, y, toDown) ? (downEnds[index + width] ?? y) : y
    }
  for (let y = 0; y < height; y++) for (const gap of titleGaps(grid, lines, y)) bridge(rightEnds, y * width, gap)
  return {
    endRight: (x, y) => (x < width && y < height ? (rightEnds[y * width + x] ?? x) : x),
    endDown: (x, y) => (x < width && y < height ? (downEnds[y * width + x] ?? y) : y),
  }
}

/** Whether a border continues from a cell to the next one. */
function leads(lines: Lines, x: number, y: number, step: Way): boolean {
  return goes(lines, x, y, step, step.bit) && goes(lines, x + step.dx, y + step.dy, step, step.opposite)
}

/**
 * Whether a cell can be part of a border in a direction: by its own line, or because a crossing line hides the border.
 */
function goes(lines: Lines, x: number, y: number, { dx, dy, bit, opposite }: Way, wanted: number): boolean {
  const arms = lines.armsAt(x, y)
  if ((arms & wanted) !== 0 && !isHeadAlong(lines, x, y, dx)) return true
  const along = bit | opposite
  if ((arms & along) !== 0) return false
  const both = (lines.armsAt(x - dx, y - dy) & bit) !== 0 && (lines.armsAt(x + dx, y + dy) & opposite) !== 0
  if (!both) return false
  const beside = along === across ? upright : across
  if ((arms & beside) !== 0) return true
  // A dashed line may cross at one of its gaps.
  return (
    arms === 0 &&
    !lines.isText(x, y) &&
    along === upright &&
    (lines.armsAt(x - 1, y) & lines.armsAt(x + 1, y) & across) !== 0
  )
}

const isHeadAlong = (lines: Lines, x: number, y: number, dx: number): boolean => {
  const head = lines.headAt(x, y)
  return head !== undefined && (head.dx !== 0) === (dx !== 0)
}

interface Gap {
  readonly from: number
  readonly to: number
}

/** Maximum length of a title in a border. */
const maxTitleLength = 60

/** Text between two pieces of a horizontal line, as in `┌─ Title ───┐`. */
function titleGaps(grid: Grid, lines: Lines, y: number): Gap[] {
  const gaps: Gap[] = []
  let last = -1
  let isTitle = false
  for (let x = 0; x < (grid.rows[y]?.length ?? 0); x++) {
    const arms = lines.armsAt(x, y)
    if ((arms & across) !== 0 && !lines.headAt(x, y)) {
      if (last >= 0 && isTitle && (arms & left) !== 0 && (arms & upright) === 0 && x - last <= maxTitleLength)
        gaps.push({ from: last, to: x })
      last = (arms & right) !== 0 ? x : -1
      isTitle = false
    } else if (arms !== 0) last = -1
    else if (lines.isText(x, y)) isTitle = true
    else if (!lines.isText(x + 1, y) && (lines.armsAt(x + 1, y) & across) === 0) last = -1
  }
  return gaps
}

function bridge(ends: Uint16Array, row: number, { from, to }: Gap): void {
  const end = ends[row + to] ?? to
  for (let x = to - 1; x >= 0 && (x > from || (ends[row + x] ?? 0) === from); x--) ends[row + x] = end
}

/** More boxes, or attempts to close one, than any real drawing needs. */
const limits = { boxes: 400, attempts: 400_000 }

/** The smallest rectangle of each upper left corner, from top to bottom; undefined if there are too many. */
export function findRectangles(grid: Grid, lines: Lines, borders: Borders): Rectangle[] | undefined {
  const found: Rectangle[] = []
  let attempts = 0
  for (let y1 = 0; y1 < grid.rows.length; y1++)
    for (let x1 = 0; x1 < (grid.rows[y1]?.length ?? 0); x1++) {
      if ((lines.armsAt(x1, y1) & (right | down)) !== (right | down)) continue
      const xEnd = borders.endRight(x1, y1)
      const yEnd = borders.endDown(x1, y1)
      if (xEnd < x1 + 2 || yEnd < y1 + 2) continue
      const columns = range(x1 + 2, xEnd).filter((x) => (lines.armsAt(x, y1) & (left | down)) === (left | down))
      const rows = range(y1 + 2, yEnd).filter((y) => (lines.armsAt(x1, y) & (up | right)) === (up | right))
      attempts += columns.length * rows.length + columns.length + rows.length
      if (attempts > limits.attempts || found.length > limits.boxes) return undefined
      const rectangle = smallest({ x1, y1 }, columns, rows, lines, borders)
      if (rectangle) found.push(rectangle)
    }
  return found.filter((each) => !isBetween(each, found, lines))
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

function smallest(
  { x1, y1 }: Pick<Rectangle, 'x1' | 'y1'>,
  columns: readonly number[],
  rows: readonly number[],
  lines: Lines,
  borders: Borders,
): Rectangle | undefined {
  let best: Rectangle | undefined
  for (const x2 of columns)
    for (const y2 of rows) {
      if (best && (x2 - x1) * (y2 - y1) >= (best.x2 - x1) * (best.y2 - y1)) break
      if ((lines.armsAt(x2, y2) & (left | up)) !== (left | up)) continue
      if (borders.endRight(x1, y2) >= x2 && borders.endDown(x2, y1) >= y2) best = { x1, y1, x2, y2 }
    }
  return best
}

/** Whether a rectangle is only the space between two lines that connect two boxes. */
function isBetween(each: Rectangle, all: readonly Rectangle[], lines: Lines): boolean {
  const { x1, y1, x2, y2 } = each
  const corners = [lines.armsAt(x1, y1), lines.armsAt(x2, y1), lines.armsAt(x1, y2), lines.armsAt(x2, y2)]
  const [topLeft = 0, topRight = 0, bottomLeft = 0, bottomRight = 0] = corners
  const above = all.some((box) => box !== each && box.y2 === y1 && box.x1 < x1 && box.x2 > x2)
  const below = all.some((box) => box !== each && box.y1 === y2 && box.x1 < x1 && box.x2 > x2)
  const before = all.some((box) => box !== each && box.x2 === x1 && box.y1 < y1 && box.y2 > y2)
  const after = all.some((box) => box !== each && box.x1 === x2 && box.y1 < y1 && box.y2 > y2)
  const hangsBetweenRows =
    (topLeft & left) !== 0 && (topRight & right) !== 0 && (bottomLeft & left) !== 0 && (bottomRight & right) !== 0
  const hangsBetweenColumns =
    (topLeft & up) !== 0 && (topRight & up) !== 0 && (bottomLeft & down) !== 0 && (bottomRight & down) !== 0
  const shares = (x: number, y: number) =>
    all.some(
      (box) => box !== each && (x ? box.x1 === x || box.x2 === x : box.y1 === y || box.y2 === y) && overlaps(box, each),
    )
  if (above && below && hangsBetweenRows) return !shares(x1, 0) && !shares(x2, 0)
  return before && after && hangsBetweenColumns && !shares(0, y1) && !shares(0, y2)
}

/** Whether two rectangles share rows or columns exactly. */
const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  (a.y1 === b.y1 && a.y2 === b.y2) || (a.x1 === b.x1 && a.x2 === b.x2)
