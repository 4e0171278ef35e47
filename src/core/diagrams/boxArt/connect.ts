/** Reads the lines of a drawing as edges between boxes. */

import { smallest } from '../../data/longLists.ts'
import type { Box } from './boxes.ts'
import type { Run, TextBlock } from './texts.ts'
import type { End, GridPlace, Wire } from './wires.ts'

/** Two ends of a wire, which connect two boxes or texts. */
export interface Link {
  readonly from: End
  readonly to: End
  readonly heads: 'one' | 'none' | 'both'
}

/** The links of a wire, or why there are none. */
export type Links = { readonly links: readonly Link[] } | { readonly reason: string }

/** Read a wire as links: from its ends without an arrow head to those with one. */
export function linksOf({ ends }: Wire, nodeOf: (target: Box | Run) => unknown): Links {
  const attached = uniqueEnds(ends, nodeOf)
  const nodes = new Set(attached.map(({ target }) => target && nodeOf(target)))
  // For example, a rule under a heading: it does not connect different things.
  if (nodes.size === 1 && ends.every(({ hasHead, target }) => target && !hasHead)) return { links: [] }
  if (attached.length < 2)
    return { reason: attached.length === 0 ? 'a line that connects nothing' : 'a line that leads nowhere' }
  if (ends.some(({ target }) => target === undefined)) return { reason: 'a line with an end that leads nowhere' }
  const targets = attached.filter(({ hasHead }) => hasHead)
  const sources = attached.filter(({ hasHead }) => !hasHead)
  const [first, second] = attached
  if (first && second && attached.length === 2 && targets.length !== 1)
    return { links: [{ from: first, to: second, heads: targets.length === 0 ? 'none' : 'both' }] }
  if (sources.length > 0 && targets.length > 0)
    return { links: sources.flatMap((from) => targets.map((to): Link => ({ from, to, heads: 'one' }))) }
  const root = targets.length === 0 ? rootOf(attached) : undefined
  if (!root) return { reason: `a line with ${attached.length} ends and no start` }
  return { links: attached.filter((end) => end !== root).map((to): Link => ({ from: root, to, heads: 'none' })) }
}

/** One end for each thing that a wire touches; an end with an arrow head takes precedence. */
function uniqueEnds(ends: readonly End[], nodeOf: (target: Box | Run) => unknown): End[] {
  const found = new Map<unknown, End>()
  const touched = ends.filter(({ target }) => target !== undefined)
  for (const end of touched) {
    const node = end.target && nodeOf(end.target)
    const known = found.get(node)
    if (!known || (end.hasHead && !known.hasHead)) found.set(node, end)
  }
  // From a thing to itself.
  if (found.size === 1 && touched.length === 2 && touched.some(({ hasHead }) => hasHead)) return touched
  return [...found.values()]
}

/** The end of a tree that points in the opposite direction to all others. */
function rootOf(ends: readonly End[]): End | undefined {
  for (const end of ends) {
    const others = ends.filter((other) => other !== end)
    if (others.every((other) => other.way.bit !== end.way.bit) && new Set(others.map(({ way }) => way.bit)).size === 1)
      return end
  }
  return undefined
}

/** Maximum distance between text and the line it belongs to, in columns. */
const reach = 3

/** Returns a function that finds the wire next to a block of text; undefined if there is none nearby. */
export function createWireFinder(
  wires: readonly Wire[],
  isUprightAt: (place: GridPlace) => boolean,
): (block: TextBlock) => Wire | undefined {
  const key = ({ x, y }: GridPlace) => `${x},${y}`
  const owners = new Map(wires.flatMap((wire) => wire.cells.map((cell) => [key(cell), wire] as const)))
  return ({ runs }) => {
    let best: { wire: Wire; distance: number } | undefined
    const offer = (place: GridPlace, distance: number) => {
      const wire = owners.get(key(place))
      if (wire && (!best || distance < best.distance)) best = { wire, distance }
    }
    for (const { x1, x2, y } of runs) {
      for (let steps = 1; steps <= reach; steps++)
        for (const x of [x1 - steps, x2 + steps]) if (isUprightAt({ x, y })) offer({ x, y }, steps)
      for (let x = x1; x <= x2; x++)
        for (const row of [y - 1, y + 1]) if (!isUprightAt({ x, y: row })) offer({ x, y: row }, 1.5)
    }
    return best?.wire
  }
}

/** Distance between a block and an end. Rows count double, since they are about twice as high as columns are wide. */
export const distanceTo = ({ runs }: TextBlock, { x, y }: GridPlace): number =>
  smallest(runs.map((run) => Math.max(run.x1 - x, x - run.x2, 0) + 2 * Math.abs(run.y - y)))
