/** Arranges a text in columns, as displayed in a monospaced font. */

import { largest } from '../../data/longLists.ts'
import { isMark, widthOf } from '../../text/displayWidth.ts'

/** A character at its column in a monospaced font. */
export interface Cell {
  /** A character including combining marks; empty for the second half of a wide one. */
  readonly glyph: string
  /** UTF-16 offsets into the source. */
  readonly start: number
  readonly end: number
}

/** A text as rows of cells, without trailing blank cells. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  readonly width: number
  /** Undefined outside the text. */
  cellAt(x: number, y: number): Cell | undefined
  /** The character at a cell; a space outside the text. */
  glyphAt(x: number, y: number): string
}

/** Larger texts are not drawings, or not readable ones. Length in UTF-16 units. */
const limits = { length: 25_000, rows: 1_000, columns: 600 }

/** Columns per tab stop, the default in VS Code. */
const tabSize = 4

/** Arrange a text in columns; undefined if it is too large to be a drawing. */
export function readGrid(source: string): Grid | undefined {
  if (source.length > limits.length) return undefined
  const rows: Cell[][] = []
  for (const line of source.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    const row = readRow(line[0].replace(/[\r\n]/g, ''), line.index)
    if (rows.length >= limits.rows || row.length > limits.columns) return undefined
    rows.push(row)
  }
  while (rows.at(-1)?.length === 0) rows.pop()
  return gridOf(rows)
}

/** Rows of cells as a grid. */
export function gridOf(rows: readonly (readonly Cell[])[]): Grid {
  const width = largest(
    rows.map(({ length }) => length),
    0,
  )
  return { rows, width, cellAt: (x, y) => rows[y]?.[x], glyphAt: (x, y) => rows[y]?.[x]?.glyph ?? ' ' }
}

function readRow(line: string, offset: number): Cell[] {
  const row: Cell[] = []
  let at = offset
  for (const glyph of line) {
    const start = at
    at += glyph.length
    const before = row.at(-1)
    if (glyph === '\t') {
      const blanks = tabSize - (row.length % tabSize)
      for (let count = 0; count < blanks; count++) row.push({ glyph: ' ', start, end: at })
    } else if (before && isMark(glyph)) {
      const owner = before.glyph === '' ? row.length - 2 : row.length - 1
      const base = row[owner]
      if (base) row[owner] = { ...base, glyph: base.glyph + glyph, end: at }
    } else {
      row.push({ glyph: glyph === '\u00a0' ? ' ' : glyph, start, end: at })
      if (widthOf(glyph) === 2) row.push({ glyph: '', start, end: at })
    }
  }
  while (row.at(-1)?.glyph === ' ') row.pop()
  return row
}

/** Whether a row contains characters whose width depends on the font. */
export const isUncertain = (row: readonly Cell[]): boolean =>
  row.some(
    ({ glyph, start, end }, index) => glyph === '' || (glyph === ' ' && row[index + 1]?.start === start && end > start),
  )
