/** Looks up what is at a cell of a drawing: a border, text, a line or nothing. */

import { addToGroup } from '../../data/groupBy.ts'
import type { Box } from './boxes.ts'
import { across, upright, type Way } from './glyphs.ts'
import type { Grid } from './grid.ts'
import type { Lines } from './lines.ts'
import type { Run } from './texts.ts'

/** Everything in a drawing by cell: borders, text, and the lines between them. */
export interface Floor {
  readonly grid: Grid
  readonly lines: Lines
  /** Whether a cell contains a line or arrow head that is not part of a border. */
  isWire(x: number, y: number): boolean
  isBorder(x: number, y: number): boolean
  /** The box whose border is reached at a cell when coming from a direction. */
  boxAt(x: number, y: number, way: Way): Box | undefined
  /** The box whose border is hidden at a cell by a line that crosses it. */
  crossedAt(x: number, y: number): Box | undefined
  /** The text at a cell. */
  runAt(x: number, y: number): Run | undefined
}

export function createFloor(grid: Grid, lines: Lines, boxes: readonly Box[], runs: readonly Run[]): Floor {
  const borders = new Map<number, Box[]>()
  const crossed = new Map<number, Box>()
  const texts = new Map<number, Run>()
  const key = (x: number, y: number) => y * (grid.width + 1) + x
  const claim = (box: Box, x: number, y: number, along: number) => {
    // A line that only crosses a border is not part of it.
    const isCrossing = (lines.armsAt(x, y) & along) === 0 && !lines.headAt(x, y)
    if (isCrossing) {
      crossed.set(key(x, y), box)
      return
    }
    addToGroup(borders, key(x, y), box)
  }
  for (const box of boxes) {
    for (let x = box.x1; x <= box.x2; x++) for (const y of [box.y1, ...box.dividers, box.y2]) claim(box, x, y, across)
    for (let y = box.y1 + 1; y < box.y2; y++) for (const x of [box.x1, box.x2]) claim(box, x, y, upright)
  }
  for (const run of runs) for (let x = run.x1; x <= run.x2; x++) texts.set(key(x, run.y), run)
  const isBorder = (x: number, y: number) => borders.has(key(x, y))
  return {
    grid,
    lines,
    isBorder,
    isWire: (x, y) => (lines.armsAt(x, y) !== 0 || lines.headAt(x, y) !== undefined) && !isBorder(x, y),
    boxAt(x, y, { dx, dy }) {
      const owners = (borders.get(key(x, y)) ?? []).toSorted((a, b) => size(a) - size(b))
      const isIn = (box: Box, column: number, row: number) =>
        column >= box.x1 && column <= box.x2 && row >= box.y1 && row <= box.y2
      return (
        owners.find((box) => !box.isHull && isIn(box, x + dx, y + dy) && !isIn(box, x - dx, y - dy)) ??
        owners.find((box) => isIn(box, x - dx, y - dy))
      )
    },
    crossedAt: (x, y) => crossed.get(key(x, y)),
    runAt: (x, y) => texts.get(key(x, y)),
  }
}

const size = ({ x1, x2, y1, y2 }: Box): number => (x2 - x1) * (y2 - y1)
