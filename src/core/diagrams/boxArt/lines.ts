/** Distinguishes lines from text in a drawing. */

import { across, down, drawn, falling, left, pointing, right, rising, up, upright, type Way } from './glyphs.ts'
import type { Grid } from './grid.ts'

/** The content of the cells of a grid: a part of a line, an arrow head, or text. */
export interface Lines {
  /** The directions of lines from a cell, as bits; 0 if there are none. */
  armsAt(x: number, y: number): number
  /** The direction of an arrow head; undefined if there is none. */
  headAt(x: number, y: number): Way | undefined
  /** Whether a cell contains a character that is not part of a line. */
  isText(x: number, y: number): boolean
}

/** Distinguish lines from text. ASCII characters are lines only next to others that continue them. */
export function readLines(grid: Grid): Lines {
  const { width, rows } = grid
  const arms = new Uint8Array(width * rows.length)
  const heads = new Map<number, Way>()
  for (let y = 0; y < rows.length; y++)
    for (let x = 0; x < (rows[y]?.length ?? 0); x++) {
      const index = y * width + x
      const glyph = grid.glyphAt(x, y)
      const head = pointing.get(glyph)
      if (head && isHead(grid, x, y, head)) {
        heads.set(index, head)
        arms[index] = /[→←⟶⟵⇒⇐]/.test(glyph) ? across : /[↑↓⇑⇓]/.test(glyph) ? upright : head.opposite
      } else arms[index] = drawn.get(glyph) ?? asciiArms(grid, x, y, glyph)
    }
  const isInside = (x: number, y: number) => x >= 0 && x < width && y >= 0 && y < rows.length
  const armsAt = (x: number, y: number) => (isInside(x, y) ? (arms[y * width + x] ?? 0) : 0)
  return {
    armsAt,
    headAt: (x, y) => (isInside(x, y) ? heads.get(y * width + x) : undefined),
    isText: (x, y) => {
      const cell = grid.cellAt(x, y)
      return cell !== undefined && cell.glyph !== ' ' && armsAt(x, y) === 0
    },
  }
}

function asciiArms(grid: Grid, x: number, y: number, glyph: string): number {
  switch (glyph) {
    case '-':
    case '=':
      return isDash(grid, x, y, glyph) ? across : 0
    case '|':
    case ':':
      return isBar(grid, x, y, glyph) ? upright : 0
    case '+':
      return joint(grid, x, y)
    case '.':
    case ',':
      return corner(grid, x, y, down)
    case "'":
    case '`':
      return corner(grid, x, y, up)
    case '/':
      return isSlant(grid, x, y, 1) ? rising : 0
    case '\\':
      return isSlant(grid, x, y, -1) ? falling : 0
    default:
      return 0
  }
}

const isAcross = (glyph: string): boolean => /[-=+]/.test(glyph) || ((drawn.get(glyph) ?? 0) & across) !== 0
const isUpright = (glyph: string): boolean => /[|+:]/.test(glyph) || ((drawn.get(glyph) ?? 0) & upright) !== 0
const isWord = (glyph: string): boolean => /[\p{L}\p{N}_]/u.test(glyph)

/** At least three in a row, or fewer that touch another line; not the hyphen of a word. */
function isDash(grid: Grid, x: number, y: number, glyph: string): boolean {
  let start = x
  let end = x
  while (grid.glyphAt(start - 1, y) === glyph) start--
  while (grid.glyphAt(end + 1, y) === glyph) end++
  const before = grid.glyphAt(start - 1, y)
  const after = grid.glyphAt(end + 1, y)
  const length = end - start + 1
  const touches = [before, after].some((each) => /[+|<>.'`,]/.test(each) || drawn.has(each) || /[►◄▶◀]/.test(each))
  if (length > 2) return !(isWord(before) && isWord(after))
  if (glyph === '=' && length === 1) return false
  if (length === 1 && (isWord(before) || isWord(after)))
    return (
      /[|+]/.test(before) ||
      /[|+]/.test(after) ||
      (after === '>' && meetsBorder(grid, end + 1, y, 1)) ||
      (before === '<' && meetsBorder(grid, start - 1, y, -1))
    )
  return touches || isDotted(grid, x, y)
}

/** Whether the character after an arrow head is a border. */
const meetsBorder = (grid: Grid, x: number, y: number, dx: number): boolean => /[|│┃║]/.test(grid.glyphAt(x + dx, y))

/** `- - -`. */
const isDotted = (grid: Grid, x: number, y: number): boolean =>
  [-2, 2].some((step) => /[-─>]/.test(grid.glyphAt(x + step, y)) && grid.glyphAt(x + step / 2, y) === ' ') &&
  [-4, 4].some((step) => /[-─>]/.test(grid.glyphAt(x + step, y)))

function isBar(grid: Grid, x: number, y: number, glyph: string): boolean {
  const above = grid.glyphAt(x, y - 1)
  const below = grid.glyphAt(x, y + 1)
  const goesOn = (each: string) => isUpright(each) || /[▼▲]/.test(each)
  if (glyph === ':') return [above, below].every((each) => /[:|+.'│]/.test(each)) && (above === ':' || below === ':')
  if (goesOn(above) || goesOn(below)) return true
  return /[-=.'`,v^─\\/]/.test(above) || /[-=.'`,v^─\\/]/.test(below)
}

/** A `+` connects to every neighbour that continues it. */
function joint(grid: Grid, x: number, y: number): number {
  const above = grid.glyphAt(x, y - 1)
  const below = grid.glyphAt(x, y + 1)
  const before = grid.glyphAt(x - 1, y)
  const after = grid.glyphAt(x + 1, y)
  return (
    (isUpright(above) || /[\^▲v]/.test(above) ? up : 0) |
    (isUpright(below) || /[v▼^]/.test(below) ? down : 0) |
    (isAcross(before) || (/[<>◄]/.test(before) && isAcross(grid.glyphAt(x - 2, y))) || before === '<' ? left : 0) |
    (isAcross(after) || after === '>' || (after === '<' && isAcross(grid.glyphAt(x + 2, y))) ? right : 0)
  )
}

/** `.--.` and `'--'`: a line to at least one side, and one up or down. */
function corner(grid: Grid, x: number, y: number, vertical: number): number {
  const row = vertical === down ? y + 1 : y - 1
  const before = /[-=─]/.test(grid.glyphAt(x - 1, y))
  const after = /[-=─]/.test(grid.glyphAt(x + 1, y))
  const beside = (before ? left : 0) | (after ? right : 0)
  if (beside === 0) return 0
  if (/[|:│+v▼^▲]/.test(grid.glyphAt(x, row))) return beside | vertical
  // A line that turns into a slanted one.
  if (vertical === down && before && grid.glyphAt(x + 1, row) === '\\') return beside | (falling & ~128)
  if (vertical === down && after && grid.glyphAt(x - 1, row) === '/') return beside | (rising & ~16)
  if (vertical === up && before && grid.glyphAt(x + 1, row) === '/') return beside | (rising & ~64)
  if (vertical === up && after && grid.glyphAt(x - 1, row) === '\\') return beside | (falling & ~32)
  return 0
}

/** A slash that continues above or below; not one between words. */
function isSlant(grid: Grid, x: number, y: number, step: 1 | -1): boolean {
  if (isWord(grid.glyphAt(x - 1, y)) || isWord(grid.glyphAt(x + 1, y))) return false
  const glyph = grid.glyphAt(x, y)
  const ends = [grid.glyphAt(x + step, y - 1), grid.glyphAt(x - step, y + 1)]
  return ends.some((each) => each === glyph) || ends.every((each) => /[-+|.,'`v^─<>]/.test(each) || drawn.has(each))
}

/** Whether a possible arrow head is at the end of a line. */
function isHead(grid: Grid, x: number, y: number, { dx, dy }: Way): boolean {
  const glyph = grid.glyphAt(x, y)
  if (/[→←↑↓⟶⟵⇒⇐⇑⇓]/.test(glyph)) return true
  const behind = grid.glyphAt(x - dx, y - dy)
  if (dy === 0) {
    // `a->b` and `=>` are code.
    const start = grid.glyphAt(x - 2 * dx, y)
    if (meetsBorder(grid, x, y, dx) && behind === '-') return true
    if (behind === '-' || behind === '=') return !isWord(start) && (behind === '-' || start === '=')
    return isAcross(behind) || (behind === ' ' && /[-─]/.test(start) && isDottedHead(grid, x, y, dx))
  }
  const before = grid.glyphAt(x - 1, y)
  const after = grid.glyphAt(x + 1, y)
  // On a border, the line may start directly behind the arrow head.
  if (isAcross(before) && isAcross(after)) return true
  if (/[v^V]/.test(glyph) && (isWord(before) || isWord(after))) return false
  return isUpright(behind) || /[/\\]/.test(behind) || (!/[v^V]/.test(glyph) && grid.glyphAt(x, y - dy) !== '')
}

const isDottedHead = (grid: Grid, x: number, y: number, dx: number): boolean =>
  /[-─]/.test(grid.glyphAt(x - 4 * dx, y)) && grid.glyphAt(x - 3 * dx, y) === ' '
