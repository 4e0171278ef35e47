/** Tells what somebody has written from what a template has left in a document, and gives it as a document of its own. */

import type { List, ListItem, Nodes, TableCell, TableRow } from 'mdast'
import { firstIndex } from '../../core/data/firstIndex.ts'
import { remember, rememberBoth } from '../../core/data/remember.ts'
import {
  type DocumentModel,
  type Range,
  type Section,
  sectionAt,
  sourceOf,
  textOf,
} from '../../core/document/document.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { isExample } from '../../core/template/examples.ts'
import { findPlaceholders } from '../sections/findPlaceholders.ts'
import { type Block, readBlocks } from './blocks.ts'
import { createFillerTest } from './fillers.ts'
import { mostOpen } from './written.ts'

export interface OwnPart {
  /** Without examples, empty places, and sections of which a good part is still to be filled in. */
  readonly settled: DocumentModel
  /** What is written in those sections as well; the same where there are none. */
  readonly begun: DocumentModel
}

/**
 * What somebody has written of a document: all of it in most. Offsets are those of the whole. What else is written later never
 * takes anything away from it, nor does a section that is inserted to be filled in.
 */
export const ownPartOf = rememberBoth((document: DocumentModel, type?: DocumentType): OwnPart => {
  const blocks = readBlocks(document)
  const open = openWordsIn(document, type)
  const isFiller = createFillerTest(blocks)
  const left = blocks.filter((block) => {
    const { node, scan, ...range } = block
    return (
      (node.type === 'code' && isExample(document, node, type)) ||
      open(range) > scan.words * mostOpen ||
      isHollow(node) ||
      isStatic(document, node, type) ||
      isFiller(block)
    )
  })
  const { bySection, waiting } = readSections(document, blocks, open)
  const isLeft = new Set(left)
  const begun = [...left, ...unwritten(document, bySection, isLeft)]
  const settled =
    waiting.size === 0
      ? begun
      : [...left, ...waitingRanges(waiting, bySection), ...unwritten(document, bySection, isLeft, waiting)]
  const withoutBegun = without(document, begun)
  return { begun: withoutBegun, settled: waiting.size === 0 ? withoutBegun : without(document, settled) }
})

/** Counts the words of a stretch that are still to be filled in. */
function openWordsIn(document: DocumentModel, type?: DocumentType): (range: Range) => number {
  const places = findPlaceholders(document, type).filter(({ kind }) => kind !== 'example')
  const words = [0]
  for (const { start, end } of places)
    words.push((words.at(-1) ?? 0) + (document.text.slice(start, end).match(/\S+/g)?.length ?? 1))
  const before = (offset: number) => words[firstIndex(places, ({ start }) => start >= offset)] ?? 0
  return ({ start, end }) => (places.length > 0 ? before(end) - before(start) : 0)
}

type BlocksBySection = ReadonlyMap<Section | undefined, readonly Block[]>

/** The blocks of each section's own text, and the sections that wait to be filled in. */
function readSections(document: DocumentModel, blocks: readonly Block[], open: (range: Range) => number) {
  const bySection = new Map<Section | undefined, Block[]>()
  for (const block of blocks) {
    const section = sectionAt(document.sections, block.start)
    const own = bySection.get(section) ?? []
    own.push(block)
    bySection.set(section, own)
  }
  const waiting = new Set<Section>()
  for (const [section, own] of bySection) {
    const prose = own.filter(({ kind }) => kind === 'text' || kind === 'row')
    const words = prose.reduce((sum, { scan }) => sum + scan.words, 0)
    const left = prose.reduce((sum, range) => sum + open(range), 0)
    if (section && left > 0 && left >= words * mostOpen) waiting.add(section)
  }
  return { bySection, waiting }
}

/** The text of sections below their headings. */
function* waitingRanges(waiting: ReadonlySet<Section>, bySection: BlocksBySection): Generator<Range> {
  for (const section of waiting)
    for (const block of bySection.get(section) ?? []) if (block.node !== section.heading) yield block
}

/** The headings under which nothing is written, neither in their section nor in any within it. */
function* unwritten(
  { sections, rangeOf, title }: DocumentModel,
  bySection: BlocksBySection,
  left: ReadonlySet<Block>,
  waiting: ReadonlySet<Section> = new Set(),
): Generator<Range> {
  const written = new Set<Section>()
  for (const section of sections.toReversed()) {
    const own = waiting.has(section) ? [] : (bySection.get(section) ?? [])
    const isWritten = written.has(section) || own.some((block) => block.kind !== 'heading' && !left.has(block))
    if (!isWritten && section !== title) yield rangeOf(section.heading)
    else if (section.parent) written.add(section.parent)
  }
}

/** Whether a row names something and leaves the half of it open. */
function isHollow(node: Nodes): boolean {
  if (node.type !== 'tableRow') return false
  const isEmpty = ({ children }: TableCell) =>
    children.every(({ type }) => type === 'text' || type === 'html') && /^[\s$€£]*$/.test(children.map(textOf).join(''))
  return node.children.filter(isEmpty).length * 2 >= node.children.length
}

/** Whether words stand in a template that ships just so: they say nothing of what is designed. */
function isStatic(document: DocumentModel, node: Nodes, type?: DocumentType): boolean {
  if (!type || type.path !== undefined || type.document === document) return false
  if (node.type !== 'paragraph' && node.type !== 'tableRow') return false
  const { texts, names } = staticOf(type)
  return (
    texts.has(foldedOf(node, document)) || (node.type === 'tableRow' && namesIn(node).some((name) => names.has(name)))
  )
}

/** The names in code that the cells of a row begin with. */
const namesIn = ({ children }: TableRow): readonly string[] =>
  children.flatMap(({ children: [first] }) => (first?.type === 'inlineCode' ? first.value : []))

const foldedOf = remember((node: Nodes, document: DocumentModel) => fold(sourceOf(document, node)))

const fold = (text: string): string => text.replace(/[\s*_|]+/g, ' ').trim()

/** What a template says for everybody: blocks without a tab stop, and the rows that begin with the name of an example. */
const staticOf = remember(({ document, tabStops }: DocumentType) => {
  const offsets = tabStops.filter(({ index }) => index).map(({ offset }) => offset)
  const texts = new Set<string>()
  const names = new Set<string>()
  for (const node of [...document.nodes('paragraph'), ...document.nodes('tableRow')]) {
    const { start, end } = document.rangeOf(node)
    const stop = offsets[firstIndex(offsets, (offset) => offset >= start)]
    if ((stop === undefined || stop >= end) && textOf(node).trim()) texts.add(fold(sourceOf(document, node)))
    for (const name of node.type === 'tableRow' ? namesIn(node) : []) names.add(name)
  }
  return { texts, names }
})

/** A document without what stands within some ranges; the same one where there are none. */
function without(document: DocumentModel, ranges: readonly Range[]): DocumentModel {
  if (ranges.length === 0) return document
  const left: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (start >= (left.at(-1)?.end ?? 0)) left.push({ start, end })
  const isKept = ({ start, end }: Range) => {
    const range = left[firstIndex(left, (each) => each.start > start) - 1]
    return range === undefined || end > range.end
  }
  /** An item goes with what it says first. */
  const isKeptItem = (item: ListItem) => isKept(document.rangeOf(item.children[0] ?? item))
  const places = new Map<Nodes, Range>()
  const withoutItems = (list: List): List | undefined => {
    const children = list.children.filter(isKeptItem)
    const [first, last] = [children[0], children.at(-1)]
    if (!first || !last || children.length === list.children.length) return first && list
    const shorter = { ...list, children }
    places.set(shorter, { start: document.rangeOf(first).start, end: document.rangeOf(last).end })
    return shorter
  }
  const keptOf = (type: Nodes['type']): readonly Nodes[] => {
    if (type === 'list') return document.nodes(type).flatMap((list) => withoutItems(list) ?? [])
    if (type === 'listItem') return document.nodes(type).filter(isKeptItem)
    return document.nodes(type).filter((node) => isKept(document.rangeOf(node)))
  }
  const kept = new Map<string, readonly Nodes[]>()
  return {
    ...document,
    blocks: document.blocks.filter((node) => isKept(document.rangeOf(node))),
    rangeOf: (node) => places.get(node) ?? document.rangeOf(node),
    nodes<T extends Nodes['type']>(type: T) {
      const nodes = kept.get(type) ?? keptOf(type)
      kept.set(type, nodes)
      return nodes as readonly Extract<Nodes, { type: T }>[]
    },
    diagrams: document.diagrams.filter(isKept),
    embeds: document.embeds.filter(isKept),
  }
}
