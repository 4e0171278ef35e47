/** Traces the lines of a drawing from box to box, with all branches. */

import { groupBy } from '../../data/groupBy.ts'
import type { Box } from './boxes.ts'
import type { Floor } from './floor.ts'
import { across, slanted, type Way, ways } from './glyphs.ts'
import type { Run } from './texts.ts'

/** A line between boxes and texts, with all its branches. */
export interface Wire {
  readonly cells: readonly GridPlace[]
  readonly ends: readonly End[]
  /** Text on the line itself. */
  readonly runs: readonly Run[]
  /** Where it crosses other lines. */
  readonly crossings: readonly GridPlace[]
}

export interface GridPlace {
  readonly x: number
  readonly y: number
}

/** An end of a wire. */
export interface End extends GridPlace {
  readonly way: Way
  readonly hasHead: boolean
  /** The box or text that it touches; undefined if none. */
  readonly target: Box | Run | undefined
}

type Step =
  | { readonly to: 'cell'; readonly at: GridPlace; readonly over?: GridPlace; readonly run?: Run }
  | { readonly to: 'end'; readonly end: End }

/** Trace all lines that are not borders. */
export function traceWires(floor: Floor): Wire[] {
  const { grid } = floor
  const key = ({ x, y }: GridPlace) => y * (grid.width + 1) + x
  const cells = grid.rows.flatMap((row, y) => row.flatMap((_, x) => (floor.isWire(x, y) ? [{ x, y }] : [])))
  const groups = createGroups()
  const steps = new Map<number, Step[]>()
  for (const cell of cells) {
    const found = leave(floor, cell)
    steps.set(key(cell), found)
    for (const step of found) if (step.to === 'cell') groups.join(key(cell), key(step.at))
  }
  const collect = (places: readonly GridPlace[]): Wire => {
    const all = places.flatMap((place) => steps.get(key(place)) ?? [])
    const over = all.flatMap((step) => (step.to === 'cell' && step.over ? [step.over] : []))
    return {
      cells: places,
      ends: all.flatMap((step) => (step.to === 'end' ? [step.end] : [])),
      runs: [...new Set(all.flatMap((step) => (step.to === 'cell' && step.run ? [step.run] : [])))],
      crossings: [...new Map(over.map((place) => [key(place), place])).values()],
    }
  }
  const gather = () => [...groupBy(cells, (cell) => groups.of(key(cell))).values()].map(collect)
  const wires = gather()
  // If all ends of a line have arrow heads, it starts where another line crosses it.
  const open = wires.filter(
    ({ ends, crossings }) => crossings.length > 0 && ends.length > 1 && ends.every(({ hasHead }) => hasHead),
  )
  if (open.length === 0) return wires
  for (const {
    cells: [first],
    crossings,
  } of open)
    for (const crossing of crossings)
      if (first && floor.isWire(crossing.x, crossing.y)) groups.join(key(first), key(crossing))
  return gather()
}

/** Everything that leaves a cell: to other cells of the line, or to an end. */
function leave(floor: Floor, { x, y }: GridPlace): Step[] {
  const arms = floor.lines.armsAt(x, y)
  const head = floor.lines.headAt(x, y)
  return ways.flatMap((way) => {
    const isHeaded = head !== undefined && head.bit === way.bit
    if ((arms & way.bit) === 0 && !isHeaded) return []
    return follow(floor, { x, y }, way, isHeaded)
  })
}

function follow(floor: Floor, from: GridPlace, way: Way, isHeaded: boolean): Step[] {
  const { lines } = floor
  const next = move(from, way)
  const beyond = move(from, way, 2)
  const accepts = (place: GridPlace) =>
    floor.isWire(place.x, place.y) && (lines.armsAt(place.x, place.y) & way.opposite) !== 0
  const end = (target: Box | Run | undefined, hasHead = isHeaded): Step[] => [
    { to: 'end', end: { ...from, way, hasHead, target } },
  ]
  const origin = boxBehind(floor, from, way)
  if (origin) return end(origin)
  if (floor.isBorder(next.x, next.y)) {
    if (!isHeaded && accepts(beyond)) return [{ to: 'cell', at: beyond }]
    return end(floor.boxAt(next.x, next.y, way), isHeaded || hasHeadInBorder(floor, next, way))
  }
  if (floor.isWire(next.x, next.y)) {
    if (accepts(next)) return [{ to: 'cell', at: next }]
    // Two arrow heads in a row, or one that points at a line.
    if (isHeaded || lines.headAt(next.x, next.y)) return [{ to: 'cell', at: next }]
    if (accepts(beyond)) return [{ to: 'cell', at: beyond, over: next }]
    return [{ to: 'cell', at: next }]
  }
  if ((way.bit & slanted) !== 0) return end(floor.runAt(next.x, next.y))
  const gap = isHeaded ? undefined : (way.dy === 0 ? overWords : underWords)(floor, from, way)
  if (gap) return [gap]
  return end(nearby(floor, from, way))
}

/** The box on whose border a line starts, hiding a piece of it: in ASCII, `|` is often part of the border itself. */
export function boxBehind(floor: Floor, from: GridPlace, way: Way): Box | undefined {
  const box = floor.crossedAt(from.x, from.y)
  const next = move(from, way)
  const beyond = move(from, way, 2)
  const isInward = box && next.x > box.x1 && next.x < box.x2 && next.y > box.y1 && next.y < box.y2
  if (!isInward || floor.isWire(next.x, next.y)) return undefined
  if (floor.isWire(beyond.x, beyond.y) && (floor.lines.armsAt(beyond.x, beyond.y) & way.opposite) !== 0)
    return undefined
  return !floor.isBorder(next.x, next.y) || floor.grid.glyphAt(from.x, from.y) === '|' ? box : undefined
}

/** Whether an arrow head is in the border where a line meets it, or directly next to that. */
export const hasHeadInBorder = ({ lines }: Floor, { x, y }: GridPlace, { bit, dx, dy }: Way): boolean =>
  [0, -1, 1].some((aside) => lines.headAt(x + aside * dy, y + aside * dx)?.bit === bit)

const move = ({ x, y }: GridPlace, { dx, dy }: Way, steps = 1): GridPlace => ({ x: x + dx * steps, y: y + dy * steps })

/** A label on a horizontal line, `--- label -->`, or the gap of a dashed one. */
function overWords(floor: Floor, from: GridPlace, way: Way): Step | undefined {
  const { lines, grid } = floor
  const after = move(from, way, 2)
  if (floor.isWire(after.x, after.y) && !lines.isText(from.x + way.dx, from.y)) {
    const isLine = (lines.armsAt(after.x, after.y) & way.opposite) !== 0
    return isLine ? { to: 'cell', at: after } : undefined
  }
  let run: Run | undefined
  for (let steps = 1; steps < 64; steps++) {
    const at = move(from, way, steps)
    const here = floor.runAt(at.x, at.y)
    if (here && run && here !== run) return undefined
    run ??= here
    if (here) continue
    if (floor.isWire(at.x, at.y))
      return run && (lines.armsAt(at.x, at.y) & way.opposite) !== 0 && !lines.headAt(at.x, at.y)
        ? { to: 'cell', at, run }
        : undefined
    // Text, with at most two spaces before and after it.
    if (floor.isBorder(at.x, at.y) || (grid.glyphAt(at.x, at.y) === ' ' && isWide(floor, at, way))) return undefined
  }
  return undefined
}

const isWide = (floor: Floor, at: GridPlace, way: Way): boolean =>
  [1, 2].every((steps) => floor.grid.glyphAt(at.x + way.dx * steps, at.y) === ' ')

/** A label that interrupts a vertical line for one or a few rows. */
function underWords(floor: Floor, from: GridPlace, way: Way): Step | undefined {
  let run: Run | undefined
  for (let steps = 1; steps <= 4; steps++) {
    const at = move(from, way, steps)
    const here = floor.runAt(at.x, at.y)
    run ??= here
    if (here) continue
    if (!run || !floor.isWire(at.x, at.y)) return undefined
    const arms = floor.lines.armsAt(at.x, at.y)
    return (arms & way.opposite) !== 0 || floor.lines.headAt(at.x, at.y)?.bit === way.bit
      ? { to: 'cell', at, run }
      : undefined
  }
  return undefined
}

/** The box or text just beyond the end of a line. */
function nearby(floor: Floor, from: GridPlace, way: Way): Box | Run | undefined {
  for (let steps = 1; steps <= (way.dy === 0 ? 3 : 2); steps++) {
    const at = move(from, way, steps)
    if (floor.isBorder(at.x, at.y)) return floor.boxAt(at.x, at.y, way)
    const run = floor.runAt(at.x, at.y)
    // Text below a vertical line, with a row in between, is there by chance.
    if (run) return way.dy === 0 || steps === 1 ? run : undefined
    if (floor.isWire(at.x, at.y)) return undefined
  }
  return undefined
}

/** Union-find. */
function createGroups(): { of(key: number): number; join(a: number, b: number): void } {
  const leaders = new Map<number, number>()
  const of = (key: number): number => {
    let at = key
    for (let up = leaders.get(at); up !== undefined; up = leaders.get(at)) at = up
    if (at !== key) leaders.set(key, at)
    return at
  }
  return {
    of,
    join(a, b) {
      const [first, second] = [of(a), of(b)]
      if (first !== second) leaders.set(first, second)
    },
  }
}

/** Whether a wire is dashed: at least two of its cells are. */
export const isDashed = (floor: Floor, { cells }: Wire): boolean => {
  const dashes = cells.filter(({ x, y }) => {
    const glyph = floor.grid.glyphAt(x, y)
    if (/[┄┆┈┊╌╎:]/.test(glyph)) return true
    const arms = floor.lines.armsAt(x, y)
    return arms === across && [x - 1, x + 1].every((beside) => floor.grid.glyphAt(beside, y) === ' ')
  })
  return dashes.length > 1
}

/** Whether most cells of a wire are heavy or double. */
export const isThick = (floor: Floor, { cells }: Wire): boolean =>
  cells.filter(({ x, y }) => /[━┃═║=]/.test(floor.grid.glyphAt(x, y))).length > cells.length / 2
