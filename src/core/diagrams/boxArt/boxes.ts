/** Nests the rectangles of a drawing into boxes that contain text. */

import { largest, smallest } from '../../data/longLists.ts'
import type { Rectangle } from './rectangles.ts'
import { linesOf, type Run } from './texts.ts'

/** A box of the drawing: a rectangle, or the hull around several that share borders. */
export interface Box extends Rectangle {
  /** The text directly inside it, not in a nested box. For a box with nested boxes this includes its heading. */
  readonly runs: readonly Run[]
  readonly children: readonly Box[]
  /** Absent for an outermost box. */
  readonly parent?: Box
  /** Whether it is just the hull of boxes that share borders. */
  readonly isHull: boolean
  /** Rows of inner borders that divide it; its text is above and below them. */
  readonly dividers: readonly number[]
}

/** Creates boxes from the smallest rectangles, with the text inside them; in reading order. */
export function nestBoxes(rectangles: readonly Rectangle[], runs: readonly Run[]): Box[] {
  const boxes = clusters(rectangles).flatMap((cluster) => clusterBoxes(cluster, rectangles, runs))
  const bySize = boxes.toSorted((a, b) => area(a) - area(b))
  for (const [index, box] of bySize.entries()) {
    const parent = bySize.slice(index + 1).find((other) => !box.parent && box !== other && encloses(other, box))
    if (!parent) continue
    box.parent ??= parent
    parent.children.push(box)
  }
  const sorted = boxes.toSorted((a, b) => a.y1 - b.y1 || a.x1 - b.x1)
  for (const run of runs) innermost(bySize, run)?.runs.push(run)
  return sorted
}

type Draft = Omit<Box, 'parent'> & { parent?: Draft; readonly children: Draft[]; readonly runs: Run[] }

/** The smallest box that contains a text. */
const innermost = (bySize: readonly Draft[], { x1, y }: Pick<Run, 'x1' | 'y'>): Draft | undefined =>
  bySize.find((box) => !box.isHull && holds(box, x1, y))

/** Whether a cell is inside a box; a title in the upper or lower border counts as inside. */
const holds = (box: Rectangle, x: number, y: number): boolean => x > box.x1 && x < box.x2 && y >= box.y1 && y <= box.y2

const area = ({ x1, y1, x2, y2 }: Rectangle): number => (x2 - x1) * (y2 - y1)

const encloses = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x1 <= inner.x1 &&
  outer.x2 >= inner.x2 &&
  outer.y1 <= inner.y1 &&
  outer.y2 >= inner.y2 &&
  area(outer) > area(inner)

/** Groups rectangles that share a piece of border; nested ones do not. */
function clusters(rectangles: readonly Rectangle[]): Rectangle[][] {
  const open = new Set(rectangles)
  const found: Rectangle[][] = []
  for (const first of rectangles) {
    if (!open.delete(first)) continue
    const cluster = [first]
    for (const each of cluster)
      for (const other of open)
        if (touch(each, other)) {
          open.delete(other)
          cluster.push(other)
        }
    found.push(cluster)
  }
  return found
}

const touch = (a: Rectangle, b: Rectangle): boolean =>
  ((a.x2 === b.x1 || b.x2 === a.x1) && a.y1 < b.y2 && b.y1 < a.y2) ||
  ((a.y2 === b.y1 || b.y2 === a.y1) && a.x1 < b.x2 && b.x1 < a.x2)

const draft = (rectangle: Rectangle, rest: { isHull?: boolean; dividers?: readonly number[] } = {}): Draft => ({
  ...rectangle,
  runs: [],
  children: [],
  isHull: false,
  dividers: [],
  ...rest,
})

function clusterBoxes(cluster: readonly Rectangle[], all: readonly Rectangle[], runs: readonly Run[]): Draft[] {
  const [first] = cluster
  if (!first) return []
  if (cluster.length === 1) return [draft(first)]
  const hull = {
    x1: smallest(cluster.map(({ x1 }) => x1)),
    y1: smallest(cluster.map(({ y1 }) => y1)),
    x2: largest(cluster.map(({ x2 }) => x2)),
    y2: largest(cluster.map(({ y2 }) => y2)),
  }
  const spansAll = ({ x1, x2 }: Rectangle) => x1 === hull.x1 && x2 === hull.x2
  if (cluster.every(spansAll) && !isStackOfParts(cluster, all, runs))
    return [draft(hull, { dividers: cluster.map(({ y2 }) => y2).filter((y) => y !== hull.y2) })]
  // A row that spans all others is their heading.
  const heading = cluster.find(
    (each) => each.y1 === hull.y1 && spansAll(each) && !all.some((other) => encloses(each, other)),
  )
  const isHeaded = heading !== undefined && !cluster.every(spansAll)
  const parts = cluster.filter((each) => !isHeaded || each !== heading).map((each) => draft(each))
  const outer = draft(hull, { isHull: !isHeaded, dividers: isHeaded ? [heading.y2] : [] })
  for (const part of parts) {
    part.parent = outer
    outer.children.push(part)
  }
  return [outer, ...parts]
}

/**
 * Stacked rows are separate parts, such as layers, if there are at least three with one line each; otherwise, one box.
 */
function isStackOfParts(cluster: readonly Rectangle[], all: readonly Rectangle[], runs: readonly Run[]): boolean {
  if (cluster.length < 3) return false
  return cluster.every((each) => {
    const inside = runs.filter(({ x1, y }) => holds(each, x1, y))
    return linesOf(inside).length === 1 && !all.some((other) => encloses(each, other))
  })
}

/** Whether all rectangles are cells of tables. */
export function isTable(rectangles: readonly Rectangle[]): boolean {
  return clusters(rectangles).every(
    (cluster) =>
      cluster.length > 2 &&
      new Set(cluster.map(({ x1 }) => x1)).size > 1 &&
      new Set(cluster.map(({ y1 }) => y1)).size > 1,
  )
}
