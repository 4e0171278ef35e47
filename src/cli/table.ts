/** Aligns the cells of a table in plain text. */

import { largest } from '../core/data/longLists.ts'
import { displayWidth, padToWidth } from '../core/text/displayWidth.ts'
import { printable } from '../core/text/printable.ts'

/** Lines with aligned cells. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printable))
  const widths = (cells[0] ?? []).map((_, column) => largest(cells.map((row) => displayWidth(row[column] ?? ''))))
  // A column that is empty everywhere would leave a gap.
  const shown = widths.map((width, column) => ({ width, column })).filter(({ width }) => width > 0)
  return cells
    .map(
      (row) =>
        `${shown
          .map(({ width, column }) => padToWidth(row[column] ?? '', width))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
