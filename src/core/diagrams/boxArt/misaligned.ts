/** Finds borders of boxes that are slightly out of place. */

import { groupBy } from '../../data/groupBy.ts'
import { largest, smallest } from '../../data/longLists.ts'
import type { TextEdit } from '../../text/textEdit.ts'
import { besideOf, type Row } from './beside.ts'
import { across, down, right, slanted } from './glyphs.ts'
import { type Cell, type Grid, isUncertain } from './grid.ts'
import type { Lines } from './lines.ts'
import type { Borders, Rectangle } from './rectangles.ts'

/** A piece of border that is out of place. */
export interface Misalignment {
  /** Position of the piece of border, in columns and rows. */
  readonly x: number
  readonly y: number
  /** Whether it is the left or the right border of its row. */
  readonly side: 'left' | 'right'
  /** Columns by which to move it; positive to the right. */
  readonly shift: number
  /** The first text in the box; empty if there is none. */
  readonly label: string
  /** Identifies the box by its upper left corner; the same for all pieces of its border. */
  readonly box: string
  /** The piece of border, in UTF-16 offsets into the source. */
  readonly start: number
  readonly end: number
  /** Whether the rest of the row moves along, because it was displaced together with the border. */
  readonly isCarrying: boolean
  /** Edits that move it and nothing else. */
  readonly edits: readonly TextEdit[]
}

/** Maximum displacement of a border, in columns: anything farther away belongs to something else. */
const farthest = 4

/** Finds boxes that would be closed if some pieces of their borders were slightly farther left or right. */
export function findMisalignments(
  grid: Grid,
  lines: Lines,
  borders: Borders,
  rectangles: readonly Rectangle[],
): Misalignment[] {
  const closed = new Set(rectangles.map(({ x1, y1 }) => `${x1},${y1}`))
  const inLine = new Set(rectangles.flatMap(sidesOf))
  const taken = new Set(inLine)
  const carried = new Map<number, number>()
  const open = grid.rows
    .flatMap((row, y) =>
      row.flatMap((_, x) => (isOpening(grid, lines, x, y) && !closed.has(`${x},${y}`) ? [{ x, y }] : [])),
    )
    .slice(0, 200)
    .map(({ x, y }) => ({ x, y, end: borders.endRight(x, y) }))
    .toSorted((a, b) => a.end - a.x - (b.end - b.x))
  return open.flatMap(({ x, y, end }) => {
    const rows = rowsOf(grid, lines, borders, taken, { x, y, end })
    // If the rest of a row is going to move, the next pass determines whether it is still misaligned.
    if (!rows || rows.some((row) => (carried.get(row.y) ?? row.x2) < row.x2)) return []
    for (const { y: row, x2 } of rows) taken.add(`${x2},${row}`)
    const found = straighten(grid, lines, rows)
    // A fix that closes this box but opens another one would lead to endless alternation.
    if (found.some(({ x, y: row, isCarrying }) => !isCarrying && inLine.has(`${x},${row}`))) return []
    for (const { isCarrying, y: row, x } of found) if (isCarrying) carried.set(row, x)
    return found
  })
}

const sidesOf = ({ x1, y1, x2, y2 }: Rectangle): string[] =>
  Array.from({ length: y2 - y1 + 1 }, (_, at) => [`${x1},${y1 + at}`, `${x2},${y1 + at}`]).flat()

const isCorner = (glyph: string): boolean => /[+┐╗╮┓┘╝╯┛]/.test(glyph)
const isSide = (glyph: string): boolean => /[│║┃|]/.test(glyph)
const isJoint = (glyph: string): boolean => /[├┤╠╣┣┫╟╢]/.test(glyph)

function isOpening(grid: Grid, lines: Lines, x: number, y: number): boolean {
  const glyph = grid.glyphAt(x, y)
  if (/[┌╔╭┏]/.test(glyph)) return true
  const arms = lines.armsAt(x, y)
  return glyph === '+' && (arms & (right | down)) === (right | down) && grid.glyphAt(x - 1, y) !== '-'
}

/** The rows of an unclosed box, from top to bottom; undefined if it is unclear what belongs to it. */
function rowsOf(
  grid: Grid,
  lines: Lines,
  borders: Borders,
  taken: ReadonlySet<string>,
  { x, y, end }: { x: number; y: number; end: number },
): Row[] | undefined {
  if (end < x + 3 || !isCorner(grid.glyphAt(end, y))) return undefined
  const rows: Row[] = [{ y, kind: 'border', x1: x, x2: end }]
  for (let at = y + 1; at < grid.rows.length; at++) {
    if (isUncertain(grid.rows[at] ?? [])) return undefined
    const x1 = leftOf(grid, x, at)
    if (x1 === undefined) return undefined
    const glyph = grid.glyphAt(x1, at)
    const goesRight = (lines.armsAt(x1, at) & right) !== 0
    if (goesRight) {
      const x2 = borders.endRight(x1, at)
      if (
        Math.abs(x2 - end) > 2 * farthest ||
        x2 < x1 + 3 ||
        !(isCorner(grid.glyphAt(x2, at)) || isJoint(grid.glyphAt(x2, at)))
      )
        return undefined
      rows.push({ y: at, kind: 'border', x1, x2 })
      const isLast = /[└╚╰┗]/.test(glyph) || (glyph === '+' && !isSide(grid.glyphAt(x, at + 1)))
      if (isLast) return rows.length > 2 ? rows : undefined
      continue
    }
    const x2 = countedRight(grid, rows, { x1, y: at }) ?? rightOf(grid, lines, taken, rows, at)
    if (x2 === undefined || x2 <= x1 + 1) return undefined
    rows.push({ y: at, kind: 'words', x1, x2 })
  }
  return undefined
}

/** The left border in a row: in its column, or next to it with nothing before. */
function leftOf(grid: Grid, x: number, y: number): number | undefined {
  const isLeft = (glyph: string) => isSide(glyph) || isJoint(glyph) || /[└╚╰┗+]/.test(glyph)
  if (isLeft(grid.glyphAt(x, y))) return x
  const first = grid.rows[y]?.findIndex(({ glyph }) => glyph !== ' ') ?? -1
  return first >= 0 && Math.abs(first - x) <= 2 && isLeft(grid.glyphAt(first, y)) ? first : undefined
}

const isEdge = (glyph: string): boolean => isSide(glyph) || /[+┌┐└┘├┤┬┴┼╔╗╚╝╠╣╭╮╰╯┏┓┗┛]/.test(glyph)

/** Columns of borders and corners in a row, starting at a column. */
const edgesFrom = (grid: Grid, from: number, y: number): number[] =>
  (grid.rows[y] ?? []).flatMap(({ glyph }, x) => (x >= from && isEdge(glyph) ? [x] : []))

/** The right border in a text row with as many borders as the row above: the one with the same index. */
function countedRight(grid: Grid, rows: readonly Row[], { x1, y }: Pick<Row, 'x1' | 'y'>): number | undefined {
  const above = rows.at(-1)
  if (!above) return undefined
  const before = edgesFrom(grid, above.x1, above.y)
  const here = edgesFrom(grid, x1, y)
  const x = here[before.indexOf(above.x2)]
  if (x === undefined || before.length !== here.length) return undefined
  return Math.abs(x - above.x2) <= farthest && !/[┌┐└┘╔╗╚╝╭╮╰╯┏┓┗┛]/.test(grid.glyphAt(x, y)) ? x : undefined
}

/** The right border in a text row: the only unclaimed side near the right borders above. */
function rightOf(
  grid: Grid,
  lines: Lines,
  taken: ReadonlySet<string>,
  above: readonly Row[],
  y: number,
): number | undefined {
  const known = above.map(({ x2 }) => x2)
  const isFree = (x: number) => {
    const glyph = grid.glyphAt(x, y)
    return (
      (isSide(glyph) || isJoint(glyph) || glyph === '+') &&
      (lines.armsAt(x, y) !== 0 || glyph === '|') &&
      !taken.has(`${x},${y}`)
    )
  }
  const from = smallest(known) - farthest
  const to = largest(known) + farthest
  const found: number[] = []
  for (let x = from; x <= to; x++) if (isFree(x)) found.push(x)
  const exact = found.filter((x) => known.includes(x))
  return exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined
}

function straighten(grid: Grid, lines: Lines, rows: readonly Row[]): Misalignment[] {
  const left = rows[0]?.x1 ?? 0
  // A row with a displaced left border is moved as a whole.
  const ends = rows.map(({ x1, x2 }) => x2 + left - x1)
  const votes = groupBy(ends, (end) => end)
  const targets = [...votes.keys()].toSorted(
    (a, b) => (votes.get(b)?.length ?? 0) - (votes.get(a)?.length ?? 0) || b - a,
  )
  const label = labelOf(grid, lines, rows)
  const box = `${left},${rows[0]?.y ?? 0}`
  for (const target of targets) {
    const moves = rows.map((row) =>
      moveRow(grid, lines, row, { indent: left - row.x1, target, beside: besideOf(rows, row, left, target) }),
    )
    if (moves.every((move) => move !== undefined)) return moves.flat().map((move) => ({ ...move, label, box }))
  }
  return []
}

/** Where a row belongs: the shift of its left border, the column of its right one, and the rows to align with. */
interface Aim {
  readonly indent: number
  readonly target: number
  readonly beside: readonly number[]
}

type Move = Omit<Misalignment, 'label' | 'box'>

/** Moves a row into line: no moves if it already is; undefined if there is no room. */
function moveRow(grid: Grid, lines: Lines, row: Row, { indent, target, beside }: Aim): Move[] | undefined {
  const cells = grid.rows[row.y] ?? []
  const border = cells[row.x2]
  const first = cells[row.x1]
  if (!border || !first) return undefined
  const moves: Move[] = []
  if (indent !== 0) {
    // The rest of the row would be moved along.
    if (cells.length > row.x2 + 1) return undefined
    const edit =
      indent > 0
        ? { start: first.start, end: first.start, newText: ' '.repeat(indent) }
        : { start: cells[row.x1 + indent]?.start ?? first.start, end: first.start, newText: '' }
    const place = { x: row.x1, y: row.y, start: first.start, end: first.end }
    moves.push({ side: 'left', shift: indent, ...place, isCarrying: true, edits: [edit] })
  }
  const shift = target - row.x2 - indent
  if (shift === 0) return moves
  const before = shift > 0 ? widen(cells, lines, row, shift) : narrow(cells, lines, row, -shift)
  const isCarrying = isPushed(grid, row, shift, beside)
  const after = isCarrying ? [] : shift > 0 ? pull(cells, lines, row, shift) : push(cells, lines, row, -shift)
  if (!before || !after) return undefined
  const place = { x: row.x2, y: row.y, start: border.start, end: border.end }
  return [...moves, { side: 'right', shift, ...place, isCarrying, edits: [before, ...after] }]
}

/** Whether the rest of a row aligns with the rows above and below only if it moves along. */
function isPushed(grid: Grid, { x2, y }: Row, shift: number, beside: readonly number[]): boolean {
  const meets = (x: number) => beside.some((other) => isEdge(grid.glyphAt(x, other)))
  const rest = edgesFrom(grid, x2 + 1, y)
  const moved = rest.filter((x) => meets(x + shift)).length
  return moved > rest.filter(meets).length
}

const isPlainLine = (cells: readonly Cell[], lines: Lines, x: number, y: number): boolean =>
  lines.armsAt(x, y) === across && !lines.headAt(x, y) && /[-=─━═]/.test(cells[x]?.glyph ?? '')

/** Inserts spaces, or more of the border's own line, before the right border. */
function widen(cells: readonly Cell[], lines: Lines, { x2, y, kind }: Row, count: number): TextEdit | undefined {
  const before = cells[x2 - 1]
  const border = cells[x2]
  if (!before || !border) return undefined
  const isLine = isPlainLine(cells, lines, x2 - 1, y)
  if (kind === 'border' && !isLine) return undefined
  return { start: border.start, end: border.start, newText: (isLine ? before.glyph : ' ').repeat(count) }
}

function narrow(cells: readonly Cell[], lines: Lines, { x2, y, kind }: Row, count: number): TextEdit | undefined {
  for (let x = x2 - count; x < x2; x++)
    if (kind === 'border' ? !isPlainLine(cells, lines, x, y) : cells[x]?.glyph !== ' ') return undefined
  const from = cells[x2 - count]
  const border = cells[x2]
  // A border has to keep at least one line character.
  if (!from || !border || (kind === 'border' && lines.armsAt(x2 - count - 1, y) === 0)) return undefined
  return { start: from.start, end: border.start, newText: '' }
}

/** Takes space from what follows, so that it stays in its column. */
function pull(cells: readonly Cell[], lines: Lines, { x2, y }: Row, count: number): TextEdit[] | undefined {
  if (cells.length <= x2 + 1) return []
  const isLine = isPlainLine(cells, lines, x2 + 1, y)
  for (let x = x2 + 1; x <= x2 + count + (isLine ? 1 : 0); x++)
    if (isLine ? !isPlainLine(cells, lines, x, y) : cells[x]?.glyph !== ' ') return undefined
  const start = cells[x2 + 1]?.start ?? 0
  // Slanted lines may meet a border from above or below, directly next to it.
  const next = cells[x2 + count + 1]
  if (!isLine && next && next.glyph !== ' ' && (lines.armsAt(x2 + count + 1, y) & slanted) === 0) return undefined
  return [{ start, end: next?.start ?? start + count, newText: '' }]
}

function push(cells: readonly Cell[], lines: Lines, { x2, y }: Row, count: number): TextEdit[] {
  const after = cells[x2 + 1]
  if (!after) return []
  const glyph = isPlainLine(cells, lines, x2 + 1, y) ? after.glyph : ' '
  return [{ start: after.start, end: after.start, newText: glyph.repeat(count) }]
}

function labelOf(grid: Grid, lines: Lines, rows: readonly Row[]): string {
  for (const { y, x1, x2, kind } of rows) {
    if (kind !== 'words') continue
    const cells = grid.rows[y]?.slice(x1 + 1, x2) ?? []
    const text = cells
      .map(({ glyph }, at) => (lines.isText(x1 + 1 + at, y) ? glyph : ' '))
      .join('')
      .trim()
    if (text) return text.split(/ {2,}/)[0]?.slice(0, 40) ?? ''
  }
  return ''
}
