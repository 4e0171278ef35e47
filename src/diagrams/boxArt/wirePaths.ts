/** Creates SVG paths for the lines of a drawing. */

import { groupBy } from '../../core/data/groupBy.ts'
import type { Floor } from '../../core/diagrams/boxArt/floor.ts'
import { type Way, ways } from '../../core/diagrams/boxArt/glyphs.ts'
import { boxBehind, type GridPlace, hasHeadInBorder, type Wire } from '../../core/diagrams/boxArt/wires.ts'
import { column, middleX, middleY, row, short } from './shapes.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** A wire as path data: lines with rounded bends, and triangles for arrowheads. */
export interface WirePaths {
  readonly lines: string
  readonly heads: string
}

/** Radius of bends, and size of arrowheads. */
const bend = 6
const headLength = 9
const headWidth = 7

/** The paths of a wire. */
export function wirePaths(floor: Floor, wire: Wire): WirePaths {
  const lines = wire.cells.flatMap((cell) => linesFrom(floor, cell))
  const heads = wire.cells.flatMap((cell) => headsFrom(floor, cell))
  return {
    lines: [...straightPaths(lines), ...bendPaths(lines)].join(''),
    heads: heads.map(({ tip, way }) => triangle(tip, way)).join(''),
  }
}

interface Line {
  readonly from: Point
  readonly to: Point
}

const middle = ({ x, y }: GridPlace): Point => ({ x: middleX(x), y: middleY(y) })
const move = ({ x, y }: GridPlace, { dx, dy }: Way, steps = 1): GridPlace => ({ x: x + dx * steps, y: y + dy * steps })

/** Lines from the middle of a cell to what it connects to. */
function linesFrom(floor: Floor, cell: GridPlace): Line[] {
  const arms = floor.lines.armsAt(cell.x, cell.y)
  const head = floor.lines.headAt(cell.x, cell.y)
  const from = middle(cell)
  return ways.flatMap((way): Line[] => {
    if (head?.bit === way.bit) return [{ from, to: behind(tipOf(floor, cell, way), way) }]
    if ((arms & way.bit) === 0) return []
    const next = move(cell, way)
    if (isHeadedBorder(floor, next, way)) return [{ from, to: behind(middle(next), way) }]
    if (boxBehind(floor, cell, way)) return []
    if (floor.isWire(next.x, next.y) || floor.isBorder(next.x, next.y)) return [{ from, to: middle(next) }]
    const end = reached(floor, cell, way)
    if (end) return [{ from, to: end }]
    return [{ from, to: { x: from.x + (way.dx * column) / 2, y: from.y + (way.dy * row) / 2 } }]
  })
}

const isHeadedBorder = (floor: Floor, { x, y }: GridPlace, way: Way): boolean =>
  floor.isBorder(x, y) && hasHeadInBorder(floor, { x, y }, way)

/** What a line reaches across a few blanks: a border, or its own next dash. */
function reached(floor: Floor, cell: GridPlace, way: Way): Point | undefined {
  for (let steps = 2; steps <= (way.dy === 0 ? 3 : 2); steps++) {
    const at = move(cell, way, steps)
    const between = move(cell, way, steps - 1)
    if (floor.lines.isText(between.x, between.y)) return undefined
    if (floor.isBorder(at.x, at.y)) return middle(at)
    if (steps === 2 && way.dy === 0 && (floor.lines.armsAt(at.x, at.y) & way.opposite) !== 0) return middle(at)
  }
  return undefined
}

interface Head {
  readonly tip: Point
  readonly way: Way
}

function headsFrom(floor: Floor, cell: GridPlace): Head[] {
  const { lines } = floor
  const own = lines.headAt(cell.x, cell.y)
  const inBorders = ways.flatMap((way): Head[] => {
    const next = move(cell, way)
    const leads = (lines.armsAt(cell.x, cell.y) & way.bit) !== 0
    return leads && isHeadedBorder(floor, next, way) ? [{ tip: middle(next), way }] : []
  })
  return own ? [...inBorders, { tip: tipOf(floor, cell, own), way: own }] : inBorders
}

/** The tip of an arrowhead: at the border it points at, or else at the edge of its cell. */
function tipOf(floor: Floor, cell: GridPlace, way: Way): Point {
  for (let steps = 1; steps <= (way.dy === 0 ? 3 : 2); steps++) {
    const at = move(cell, way, steps)
    if (floor.isBorder(at.x, at.y)) return middle(at)
    if (floor.lines.isText(at.x, at.y) || floor.isWire(at.x, at.y)) break
  }
  const from = middle(cell)
  return { x: from.x + (way.dx * column) / 2, y: from.y + way.dy * row * 0.4 }
}

/** Where an arrowhead's line ends, so that the tip stays sharp. */
const behind = (tip: Point, { dx, dy }: Way): Point => ({
  x: tip.x - dx * (headLength - 1),
  y: tip.y - dy * (headLength - 1),
})

function triangle({ x, y }: Point, { dx, dy }: Way): string {
  const base = { x: x - dx * headLength, y: y - dy * headLength }
  const half = headWidth / 2
  const sides = [
    { x: base.x - dy * half, y: base.y - dx * half },
    { x: base.x + dy * half, y: base.y + dx * half },
  ]
  return `M${[{ x, y }, ...sides].map((point) => `${short(point.x)} ${short(point.y)}`).join('L')}Z`
}

const keyOf = ({ x, y }: Point): string => `${short(x)},${short(y)}`

/** The points where exactly one horizontal and one vertical line meet, with these lines. */
function bendsOf(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const starts = groupBy(lines, ({ from }) => keyOf(from))
  return new Map(
    [...starts].filter(([, [first, second, third]]) => {
      if (!first || !second || third) return false
      const isLevel = (line: Line) => line.from.y === line.to.y
      const isUpright = (line: Line) => line.from.x === line.to.x
      return (isLevel(first) && isUpright(second)) || (isUpright(first) && isLevel(second))
    }),
  )
}

/** Joins lines that continue each other, so that dashes are even. */
function straightPaths(lines: readonly Line[]): string[] {
  const bends = bendsOf(lines)
  const cut = (point: Point, towards: Point): Point => {
    if (!bends.has(keyOf(point))) return point
    const length = Math.hypot(towards.x - point.x, towards.y - point.y)
    const share = length === 0 ? 0 : Math.min(bend / length, 0.5)
    return { x: point.x + (towards.x - point.x) * share, y: point.y + (towards.y - point.y) * share }
  }
  const slanted = lines.filter(({ from, to }) => from.x !== to.x && from.y !== to.y)
  return [...merged(lines, 'y', 'x'), ...merged(lines, 'x', 'y'), ...slanted].map(({ from, to }) => {
    const start = cut(from, to)
    const end = cut(to, from)
    return `M${short(start.x)} ${short(start.y)}L${short(end.x)} ${short(end.y)}`
  })
}

function merged(lines: readonly Line[], fixed: 'x' | 'y', along: 'x' | 'y'): Line[] {
  const straight = lines.filter(({ from, to }) => from[fixed] === to[fixed] && from[along] !== to[along])
  return [...groupBy(straight, ({ from }) => from[fixed])].flatMap(([at, group]) => {
    const spans = group
      .map(({ from, to }) => [Math.min(from[along], to[along]), Math.max(from[along], to[along])] as const)
      .toSorted(([a], [b]) => a - b)
    const joined: [number, number][] = []
    for (const [start, end] of spans) {
      const last = joined.at(-1)
      if (last && start <= last[1] + 0.01) last[1] = Math.max(last[1], end)
      else joined.push([start, end])
    }
    const point = (value: number): Point => (along === 'x' ? { x: value, y: at } : { x: at, y: value })
    return joined.map(([start, end]) => ({ from: point(start), to: point(end) }))
  })
}

function bendPaths(lines: readonly Line[]): string[] {
  return [...bendsOf(lines).values()].flatMap(([first, second]) => {
    if (!first || !second) return []
    const { from } = first
    const side = ({ to }: Line): Point => {
      const length = Math.hypot(to.x - from.x, to.y - from.y)
      const share = length === 0 ? 0 : Math.min(bend / length, 1)
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
    }
    const [start, end] = [side(first), side(second)]
    return [`M${short(start.x)} ${short(start.y)}Q${short(from.x)} ${short(from.y)} ${short(end.x)} ${short(end.y)}`]
  })
}
