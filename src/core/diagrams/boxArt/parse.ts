/** Parses a drawing made of characters into nodes and edges. */

import { groupBy } from '../../data/groupBy.ts'
import { addAll, smallest } from '../../data/longLists.ts'
import { type Box, nestBoxes } from './boxes.ts'
import { createWireFinder, distanceTo, type Link, linksOf } from './connect.ts'
import { createFloor, type Floor } from './floor.ts'
import { upright } from './glyphs.ts'
import type { Misalignment } from './misaligned.ts'
import type { Rectangle } from './rectangles.ts'
import { readStraight, type Straight } from './straight.ts'
import { linesOf, type Run, readRuns, stackRuns, type TextBlock } from './texts.ts'
import { isDashed, isThick, traceWires, type Wire } from './wires.ts'

/** A drawing made of characters, as far as it is understood. All offsets are UTF-16, into the source. */
export interface BoxArt {
  readonly floor: Floor
  /** The smallest rectangles, from which the boxes are made. */
  readonly rectangles: readonly Rectangle[]
  /** Misalignments in the source; everything else is read as if they were fixed. */
  readonly misalignments: readonly Misalignment[]
  /** All boxes in reading order, including hulls. */
  readonly boxes: readonly Box[]
  readonly wires: readonly Wire[]
  /** Boxes, and texts that are nodes of their own; parents come before their children. */
  readonly nodes: readonly ArtNode[]
  readonly edges: readonly ArtEdge[]
  /** Parts that were detected but not understood. */
  readonly gaps: readonly ArtGap[]
}

export interface ArtNode {
  /** The lines of text; empty for a box without text. */
  readonly label: readonly string[]
  /** The label with positions. */
  readonly runs: readonly Run[]
  /** Absent for text without a box. */
  readonly box?: Box
  /** Absent if it is not inside a box. */
  readonly parent?: ArtNode
  readonly isGroup: boolean
  readonly start: number
  readonly end: number
}

export interface ArtEdge {
  readonly from: ArtNode
  readonly to: ArtNode
  readonly heads: Link['heads']
  readonly stroke: 'light' | 'dashed' | 'thick'
  /** Empty if there is none. */
  readonly label: readonly string[]
  /** The label with positions. */
  readonly runs: readonly Run[]
  /** The line that represents it, possibly along with other edges. */
  readonly wire: Wire
  /** The range of its label or, without one, its end. */
  readonly start: number
  readonly end: number
}

/** A part of a drawing without a known meaning: "a line that leads nowhere". */
export interface ArtGap {
  readonly reason: string
  readonly start: number
  readonly end: number
}

/** Parse a drawing. Undefined if it is too large. */
export function parseBoxArt(source: string): BoxArt | undefined {
  const straight = readStraight(source)
  return straight && understand(straight)
}

/** Determine the meaning of the lines and texts in a drawing. */
export function understand(straight: Straight): BoxArt {
  const { grid, lines, rectangles, misalignments } = straight
  const runs = readRuns(grid, lines)
  const boxes = nestBoxes(rectangles, runs)
  const floor = createFloor(grid, lines, boxes, runs)
  const wires = traceWires(floor)
  return { floor, rectangles, misalignments, boxes, wires, ...readMeaning(floor, boxes, wires, runs) }
}

function readMeaning(
  floor: Floor,
  boxes: readonly Box[],
  wires: readonly Wire[],
  runs: readonly Run[],
): Pick<BoxArt, 'nodes' | 'edges' | 'gaps'> {
  const words = readWords(boxes, wires, runs)
  const roles = shareWords(floor, boxes, wires, words)
  const nodeOf = readNodes(floor, boxes, words, roles)
  const find = (target: Box | Run | undefined): ArtNode | undefined => {
    const owner = target && ('text' in target ? (words.blockOf.get(target) ?? words.boxOf.get(target)) : target)
    return owner && nodeOf.get(owner)
  }
  const edges: ArtEdge[] = []
  const gaps: ArtGap[] = []
  for (const wire of wires) {
    const read = linksOf(wire, find)
    if ('reason' in read) gaps.push({ reason: read.reason, ...cellRange(floor, wire) })
    else addAll(edges, edgesOf(floor, wire, read.links, roles.labels.get(wire) ?? [], find))
  }
  return { nodes: [...nodeOf.values()], edges, gaps }
}

/** Text that is not simply the label of a box: outside of boxes, or in a box with nested boxes. */
interface LooseWords {
  readonly blocks: readonly TextBlock[]
  readonly blockOf: ReadonlyMap<Run, TextBlock>
  readonly boxOf: ReadonlyMap<Run, Box>
  /** Blocks that a line leads to. */
  readonly linked: ReadonlySet<TextBlock | undefined>
}

function readWords(boxes: readonly Box[], wires: readonly Wire[], runs: readonly Run[]): LooseWords {
  const boxOf = new Map(boxes.flatMap((box) => box.runs.map((run) => [run, box] as const)))
  const isLoose = (run: Run) => (boxOf.get(run)?.children.length ?? 1) > 0
  const blocks = [...groupBy(runs.filter(isLoose), (run) => boxOf.get(run)).values()].flatMap(stackRuns)
  const blockOf = new Map(blocks.flatMap((block) => block.runs.map((run) => [run, block] as const)))
  const linked = new Set(
    wires.flatMap(({ ends }) =>
      ends.flatMap(({ target }) => (target && 'text' in target ? [blockOf.get(target)] : [])),
    ),
  )
  return { blocks, blockOf, boxOf, linked }
}

/** The roles of text blocks. */
interface WordRoles {
  readonly labels: ReadonlyMap<Wire, readonly TextBlock[]>
  readonly headings: ReadonlyMap<Box, TextBlock>
  /** Blocks that are nodes of their own. */
  readonly open: ReadonlySet<TextBlock>
}

/** Assigns text to lines and boxes: to the line it is on, or the box it is the heading of, or a line nearby. */
function shareWords(
  floor: Floor,
  boxes: readonly Box[],
  wires: readonly Wire[],
  { blocks, blockOf, linked }: LooseWords,
): WordRoles {
  const wireAt = createWireFinder(wires, ({ x, y }) => (floor.lines.armsAt(x, y) & upright) !== 0)
  const labels = new Map<Wire, TextBlock[]>()
  const addLabel = (wire: Wire, block: TextBlock) => labels.set(wire, [...(labels.get(wire) ?? []), block])
  const open = new Set(blocks.filter((block) => !linked.has(block)))
  const take = (block: TextBlock | undefined) => block !== undefined && open.delete(block)
  for (const wire of wires)
    for (const block of new Set(wire.runs.map((run) => blockOf.get(run))))
      if (block && take(block)) addLabel(wire, block)
  const headings = new Map<Box, TextBlock>()
  for (const box of boxes) {
    const heading = headingOf(box, open, wireAt)
    if (heading && take(heading)) headings.set(box, heading)
  }
  for (const block of open) {
    const wire = wireAt(block)
    if (wire && take(block)) addLabel(wire, block)
  }
  return { labels, headings, open }
}

/** The nodes by their box or text, parents before children. */
function readNodes(
  floor: Floor,
  boxes: readonly Box[],
  { blocks, boxOf, linked }: LooseWords,
  { headings, open }: WordRoles,
): ReadonlyMap<Box | TextBlock, ArtNode> {
  const nodeOf = new Map<Box | TextBlock, ArtNode>()
  const addBox = (box: Box) => {
    const heading = headings.get(box)
    const isGroup = box.children.length > 0
    const runs = isGroup ? (heading?.runs ?? []) : box.runs
    const parent = box.parent && nodeOf.get(box.parent)
    const place = placeOf(floor, box, runs)
    nodeOf.set(box, { label: linesOf(runs), runs, box, isGroup, ...place, ...(parent && { parent }) })
    for (const child of box.children.toSorted((a, b) => a.y1 - b.y1 || a.x1 - b.x1)) addBox(child)
  }
  for (const box of boxes) if (!box.parent) addBox(box)
  for (const block of blocks) {
    if (!open.has(block) && !linked.has(block)) continue
    const { runs } = block
    const [first] = runs
    const owner = first && boxOf.get(first)
    const parent = owner && nodeOf.get(owner)
    const place = { start: first?.start ?? 0, end: first?.end ?? 0 }
    nodeOf.set(block, { label: linesOf(runs), runs, isGroup: false, ...place, ...(parent && { parent }) })
  }
  return nodeOf
}

/** The heading of a box with nested boxes: text above those, or directly above the box itself. */
function headingOf(
  box: Box,
  open: ReadonlySet<TextBlock>,
  wireAt: (block: TextBlock) => Wire | undefined,
): TextBlock | undefined {
  if (box.children.length === 0) return undefined
  const first = smallest(box.children.map(({ y1 }) => y1))
  const [divider] = box.dividers
  const isInside = ({ runs: [run] }: TextBlock) => run !== undefined && box.runs.includes(run)
  const lastRow = (block: TextBlock) => block.runs.at(-1)?.y ?? 0
  const inside = [...open].filter(isInside)
  const over = inside.find((block) => lastRow(block) < (divider ?? first) && (divider !== undefined || !wireAt(block)))
  if (over) return over
  return [...open].find(
    (block) =>
      lastRow(block) === box.y1 - 1 && block.runs.every(({ x1, x2 }) => x1 >= box.x1 && x2 <= box.x2) && !wireAt(block),
  )
}

function edgesOf(
  floor: Floor,
  wire: Wire,
  links: readonly Link[],
  blocks: readonly TextBlock[],
  find: (target: End['target']) => ArtNode | undefined,
): ArtEdge[] {
  const stroke = isThick(floor, wire) ? 'thick' : isDashed(floor, wire) ? 'dashed' : 'light'
  const ends = [...new Set(links.flatMap(({ from, to }) => [from, to]))]
  const nearest = new Map(
    blocks.map((block) => [block, ends.toSorted((a, b) => distanceTo(block, a) - distanceTo(block, b))[0]]),
  )
  return links.flatMap((link): ArtEdge[] => {
    const from = find(link.from.target)
    const to = find(link.to.target)
    if (!from || !to) return []
    const isOurs = (block: TextBlock) =>
      links.length === 1 || nearest.get(block) === link.from || nearest.get(block) === link.to
    const own = blocks.filter(isOurs)
    const cell = floor.grid.cellAt(link.to.x, link.to.y)
    const runs = own.flatMap((block) => block.runs)
    const { start = 0, end = 0 } = runs[0] ?? cell ?? {}
    return [{ from, to, heads: link.heads, stroke, label: linesOf(runs), runs, wire, start, end }]
  })
}

type End = Link['from']

/** The range of a box: its first text, or its upper border. */
function placeOf({ grid }: Floor, box: Box, [first]: readonly Run[]): { start: number; end: number } {
  if (first) return { start: first.start, end: first.end }
  // In boxes that were joined, the lower one may be wider, so that the upper line ends before the border does.
  const border = grid.rows[box.y1]?.slice(box.x1, box.x2 + 1) ?? []
  const start = border[0]?.start ?? 0
  return { start, end: border.at(-1)?.end ?? start }
}

function cellRange({ grid }: Floor, { cells: [first] }: Wire): { start: number; end: number } {
  const { start = 0, end = 0 } = (first && grid.cellAt(first.x, first.y)) ?? {}
  return { start, end }
}
