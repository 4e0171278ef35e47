/** Determines which rows of a drawing the border of a box has to align with. */

/** A row of a box: a horizontal border, or text between its sides. */
export interface Row {
  readonly y: number
  readonly kind: 'border' | 'words'
  /** Where its left border stands. */
  readonly x1: number
  /** Where its right border stands. */
  readonly x2: number
}

/** The rows above and below one; within the box, the nearest aligned ones, since others may be displaced alike. */
export function besideOf(rows: readonly Row[], row: Row, left: number, target: number): readonly number[] {
  const isInLine = ({ x1, x2 }: Row) => x2 + left - x1 === target
  const next = (others: readonly Row[], step: number) => {
    const [nearest] = others
    if (nearest?.y !== row.y + step) return row.y + step
    return (others.find(isInLine) ?? nearest).y
  }
  const at = rows.indexOf(row)
  return [next(rows.slice(0, at).toReversed(), -1), next(rows.slice(at + 1), 1)]
}
