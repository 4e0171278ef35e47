/** Separates what the author has written from what a template left in a document, as a document of its own. */

import type { Nodes, TableCell, TableRow } from 'mdast'
import { firstIndex } from '../../core/data/firstIndex.ts'
import { groupBy } from '../../core/data/groupBy.ts'
import { remember, rememberBoth } from '../../core/data/remember.ts'
import { type DocumentModel, type Section, sectionAt, sourceOf, textOf } from '../../core/document/document.ts'
import { without } from '../../core/document/without.ts'
import type { DocumentType } from '../../core/template/documentType.ts'
import { isExample } from '../../core/template/examples.ts'
import type { Range } from '../../core/text/range.ts'
import { findPlaceholders } from '../sections/findPlaceholders.ts'
import { type Block, readBlockGroups, readBlocks, type WholeGroup } from './blocks.ts'
import { isProse } from './facts.ts'
import { createFillerTest } from './fillers.ts'
import { wordCount } from './wordCount.ts'
import { mostOpen } from './written.ts'

export interface OwnPart {
  /** Without examples, empty places, and sections of which a good part is still to be filled in. */
  readonly settled: DocumentModel
  /** Also with what is written in those sections; the same object if there are none. */
  readonly begun: DocumentModel
}

/**
 * What the author has written in a document, which is usually all of it. Offsets are those of the whole document.
 * Writing more never removes anything from it, nor does inserting a section to be filled in.
 */
export const ownPartOf = rememberBoth((document: DocumentModel, type?: DocumentType): OwnPart => {
  const open = openWordsIn(document, type)
  const left = new Set<Block>(leftBlocks(document, type, open))
  const written = writtenSections(document, left)
  const waiting = waitingSections(document, open)
  const begun = without(document, [...left, ...unwritten(document, written)])
  if (waiting.size === 0) return { begun, settled: begun }
  const settled = [...left, ...bodiesOf(document, waiting), ...unwritten(document, minus(written, waiting))]
  return { begun, settled: without(document, settled) }
})

const minus = <T>(all: ReadonlySet<T>, some: ReadonlySet<T>): ReadonlySet<T> =>
  new Set([...all].filter((each) => !some.has(each)))

/** Counts the words of placeholders in a range; undefined if the document has no placeholders. */
function openWordsIn(document: DocumentModel, type?: DocumentType): ((range: Range) => number) | undefined {
  const places = findPlaceholders(document, type).filter(({ kind }) => kind !== 'example')
  if (places.length === 0) return undefined
  const words = [0]
  for (const { start, end } of places) words.push((words.at(-1) ?? 0) + wordCount(document.text.slice(start, end)))
  const before = (offset: number) => words[firstIndex(places, ({ start }) => start >= offset)] ?? 0
  return ({ start, end }) => before(end) - before(start)
}

type OpenWords = ReturnType<typeof openWordsIn>

/** The blocks that the author has not written. */
function* leftBlocks(document: DocumentModel, type: DocumentType | undefined, open: OpenWords): Generator<Block> {
  const template = type && type.path === undefined && type.document !== document ? type : undefined
  const groups = readBlockGroups(document)
  const fillers = createFillerTest(groups)
  for (const { blocks, whole } of groups) {
    const { left, hasCode } = leftInGroup(whole, template, document)
    const mayBeFilled = fillers.mayHave(whole)
    if (left.size === 0 && !hasCode && !open && !mayBeFilled) continue
    for (const block of blocks)
      if (
        left.has(block.node) ||
        (mayBeFilled && fillers.isFiller(block)) ||
        (block.node.type === 'code' && isExample(document, block.node, type)) ||
        (open && open(block) > block.scan.words * mostOpen)
      )
        yield block
  }
}

/** Blocks of a group that say nothing in any context, and whether it has code. */
const leftInGroup = rememberBoth(
  ({ blocks }: WholeGroup, template: DocumentType | undefined, document: DocumentModel) => ({
    left: new Set<Nodes>(
      blocks.flatMap(({ node }) => (isHollow(node) || (template && isStatic(document, node, template)) ? node : [])),
    ),
    hasCode: blocks.some(({ kind }) => kind === 'code'),
  }),
)

/** The sections with content of the author's own. */
function writtenSections(document: DocumentModel, left: ReadonlySet<Block>): ReadonlySet<Section> {
  const { sections } = document
  const written = new Set<Section>()
  let next = 0
  for (const { blocks } of readBlockGroups(document)) {
    const last = blocks.at(-1)?.start ?? 0
    for (const block of blocks) {
      if (block.kind === 'heading' || left.has(block)) continue
      while (startOf(sections[next]) <= block.start) next++
      const section = sections[next - 1]
      if (section) written.add(section)
      // One block is enough, and a group usually belongs to one section.
      if (last < startOf(sections[next])) break
    }
  }
  return written
}

const startOf = (section: Section | undefined): number => section?.start ?? Number.POSITIVE_INFINITY

/** The sections that are still to be filled in. */
function waitingSections(document: DocumentModel, open: OpenWords): ReadonlySet<Section> {
  const waiting = new Set<Section>()
  if (!open) return waiting
  const prose = readBlocks(document).filter(isProse)
  for (const [section, own] of groupBy(prose, ({ start }) => sectionAt(document.sections, start))) {
    const words = own.reduce((sum, { scan }) => sum + scan.words, 0)
    const left = own.reduce((sum, range) => sum + open(range), 0)
    if (section && left > 0 && left >= words * mostOpen) waiting.add(section)
  }
  return waiting
}

/** The text of sections below their headings. */
const bodiesOf = (document: DocumentModel, sections: ReadonlySet<Section>): readonly Range[] =>
  readBlocks(document).filter((block) => {
    const section = sectionAt(document.sections, block.start)
    return section && sections.has(section) && block.node !== section.heading
  })

/** Headings with nothing written in their section or any nested one. */
function* unwritten({ sections, rangeOf, title }: DocumentModel, written: ReadonlySet<Section>): Generator<Range> {
  const isWritten = new Set(written)
  for (const section of sections.toReversed())
    if (!isWritten.has(section) && section !== title) yield rangeOf(section.heading)
    else if (section.parent) isWritten.add(section.parent)
}

/** Whether at least half the cells of a row are empty. */
function isHollow(node: Nodes): boolean {
  if (node.type !== 'tableRow') return false
  const isEmpty = ({ children }: TableCell) =>
    children.every(({ type }) => type === 'text' || type === 'html') && /^[\s$€£]*$/.test(children.map(textOf).join(''))
  return node.children.filter(isEmpty).length * 2 >= node.children.length
}

/** Whether a built-in template contains exactly these words, so that they say nothing about the design. */
function isStatic(document: DocumentModel, node: Nodes, template: DocumentType): boolean {
  if (node.type !== 'paragraph' && node.type !== 'tableRow') return false
  const { texts, names } = staticOf(template)
  return (
    texts.has(fold(sourceOf(document, node))) ||
    (node.type === 'tableRow' && namesIn(node).some((name) => names.has(name)))
  )
}

/** The names in code at the beginning of a row's cells. */
const namesIn = ({ children }: TableRow): readonly string[] =>
  children.flatMap(({ children: [first] }) => (first?.type === 'inlineCode' ? first.value : []))

const fold = (text: string): string => text.replace(/[\s*_|]+/g, ' ').trim()

/** The fixed text of a template: blocks without a tab stop, and the names that example rows begin with. */
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
