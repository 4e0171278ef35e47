/** Everything the judges look at in a document, gathered once: blocks, sections, and what stands near what. */

import { firstIndex } from '../../core/data/firstIndex.ts'
import { addAll } from '../../core/data/longLists.ts'
import { remember } from '../../core/data/remember.ts'
import type { DocumentModel, Range, Section } from '../../core/document/document.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { type Block, type BlockGroup, type PlacelessBlock, readBlockGroups, type WholeGroup } from './blocks.ts'
import type { Hit } from './scan.ts'

/** A heading, or a bold line in its place, and the blocks under it. */
export interface SectionFacts {
  readonly heading: Block
  readonly depth: number
  /** From here to `until` its blocks stand in the list of all, nested sections included. */
  readonly from: number
  readonly until: number
  /** Of these blocks, headings not counted. */
  readonly words: number
  readonly parent?: SectionFacts
  readonly isTitle: boolean
}

/** Blocks that were read together. */
interface FactGroup extends Pick<BlockGroup, 'whole'> {
  /** From here to `until` they stand in the list of all. */
  readonly from: number
  readonly until: number
}

/** What all judges look at. Made once a document. */
export interface Facts {
  readonly document: DocumentModel
  /** Blocks that count: nothing of references, contents or what is declared out of scope. */
  readonly blocks: readonly Block[]
  readonly sections: readonly SectionFacts[]
  /** The same blocks by the groups that they were read in. */
  readonly groups: readonly FactGroup[]
  /** The innermost section a block stands in. */
  sectionOf(block: Block): SectionFacts | undefined
}

/** The facts of a document; the second call for the same document costs nothing. */
export const factsOf: (document: DocumentModel) => Facts = remember(readFacts)

function readFacts(document: DocumentModel): Facts {
  const byHeading = new Map<unknown, Section>(document.sections.map((section) => [section.heading, section]))
  const open: SectionFacts[] = []
  const sections: SectionFacts[] = []
  const blocks: Block[] = []
  const groups: FactGroup[] = []
  let words = 0
  let asideDepth = Number.POSITIVE_INFINITY
  const closeFrom = (depth: number) => {
    while ((open.at(-1)?.depth ?? 0) >= depth) {
      const section = open.pop()
      if (section) Object.assign(section, { until: blocks.length, words: words - section.words })
    }
  }
  /** @returns whether what stands under it counts */
  const openSection = (heading: Block): boolean => {
    const known = byHeading.get(heading.node)
    const depth = known?.depth ?? boldDepth
    closeFrom(depth)
    if (depth <= asideDepth) asideDepth = Number.POSITIVE_INFINITY
    const isTitle = known !== undefined && known === document.title
    if (!isTitle && heading.scan.concepts.has('asideHeading') && heading.scan.words <= 5)
      asideDepth = Math.min(asideDepth, depth)
    if (depth >= asideDepth) return false
    const parent = open.at(-1)
    // Until it is closed, its words are those before it.
    const section = { heading, depth, from: blocks.length + 1, until: 0, words, isTitle, ...(parent && { parent }) }
    sections.push(section)
    open.push(section)
    return true
  }
  for (const group of readBlockGroups(document)) {
    const from = blocks.length
    for (const run of group.runs) {
      const heading = run.hasHeading ? group.blocks[run.from] : undefined
      if (heading ? !openSection(heading) : asideDepth < Number.POSITIVE_INFINITY) continue
      for (let index = run.from; index < run.until; index++) blocks.push(group.blocks[index] as Block)
      words += run.words
    }
    if (blocks.length > from) groups.push({ from, until: blocks.length, whole: group.whole })
  }
  closeFrom(1)
  return {
    document,
    blocks,
    groups,
    sections,
    // Each heading that counts opens a section, and what stands behind the end of an aside stands under a heading.
    sectionOf: ({ start }) => sections[firstIndex(sections, ({ heading }) => heading.start > start) - 1],
  }
}

/** Deeper than any heading. */
const boldDepth = 7

/** Words under a heading, nested sections included; 0 for "None" and the like. */
export function bodyWords({ blocks }: Facts, { words, from }: SectionFacts): number {
  const first = blocks[from]
  const isNone = words < 12 && first !== undefined && (firstHit(first, 'nothing')?.start ?? 3) < 3
  return isNone ? 0 : words
}

/** Where a concept stands first of all that is known of a block; several may stand at one place. */
export const firstHit = ({ scan: { hits } }: Block, concept: Concept): Hit | undefined =>
  hits.find((hit) => hit.concept === concept && hit.start === hits[0]?.start)

/** The sections whose heading speaks of a concept and that say something; the title does not count. */
export const sectionFactsAbout = (facts: Facts, concept: Concept, words = 8): readonly SectionFacts[] =>
  facts.sections.filter(
    (section) => !section.isTitle && section.heading.scan.concepts.has(concept) && bodyWords(facts, section) >= words,
  )

/** The blocks under a heading. */
export const blocksOf = ({ blocks }: Facts, section: SectionFacts): readonly Block[] =>
  blocks.slice(section.from, section.until)

/** The blocks in a section of the document. @param range UTF-16 offsets at which no block is cut */
export const blocksWithin = (facts: Facts, { start, end }: Range): readonly Block[] =>
  facts.blocks.slice(blockIndexAt(facts, start), blockIndexAt(facts, end))

/** Prose and tables; no code, no headings. */
export const proseOf = remember(({ blocks }: Facts): readonly Block[] => blocks.filter(isProse))

/** A sum over all blocks of a document; what those of a slice come to is remembered. */
export function sumOver(countOf: (block: PlacelessBlock) => number): (facts: Facts) => number {
  const inWhole = remember(({ blocks }: WholeGroup) => blocks.reduce((sum, block) => sum + countOf(block), 0))
  return ({ blocks, groups }) =>
    groups.reduce(
      (sum, { from, until, whole }) =>
        sum +
        (until - from === whole.blocks.length
          ? inWhole(whole)
          : blocks.slice(from, until).reduce((own, block) => own + countOf(block), 0)),
      0,
    )
}

/** What is found in each block of a document, in one list; what those of a slice have is remembered. */
export function collectOver<T>(read: (block: PlacelessBlock) => readonly T[]): (facts: Facts) => readonly T[] {
  const inWhole = remember(({ blocks }: WholeGroup) => blocks.flatMap(read))
  return ({ blocks, groups }) => {
    const all: T[] = []
    for (const { from, until, whole } of groups)
      addAll(all, until - from === whole.blocks.length ? inWhole(whole) : blocks.slice(from, until).flatMap(read))
    return all
  }
}

export const isProse = ({ kind }: Pick<Block, 'kind'>): boolean => kind === 'text' || kind === 'row'

/** The blocks that speak of one of some concepts. */
export function blocksWith(facts: Facts, ...concepts: readonly Concept[]): readonly Block[] {
  const [concept, other] = concepts
  if (concept === undefined || other !== undefined) return findBlocks(facts, concepts)
  const known = byConcept(facts)
  const found = known.get(concept) ?? findBlocks(facts, concepts)
  known.set(concept, found)
  return found
}

/** What has been asked for so far. */
const byConcept = remember((_: Facts) => new Map<Concept, readonly Block[]>())

/** Most groups do not speak of it: of these no block is looked at. */
function findBlocks({ blocks, groups }: Facts, concepts: readonly Concept[]): readonly Block[] {
  const found: Block[] = []
  for (const { from, until, whole } of groups)
    if (speaksOf(whole, concepts))
      for (let index = from; index < until; index++) {
        const block = blocks[index]
        if (block && speaksOf(block.scan, concepts)) found.push(block)
      }
  return found
}

/** A loop, for it is asked of every slice, for every concept. */
function speaksOf({ concepts }: Pick<WholeGroup, 'concepts'>, wanted: readonly Concept[]): boolean {
  for (const concept of wanted) if (concepts.has(concept)) return true
  return false
}

/** Prose and tables that speak of one of some concepts. */
export const proseWith = (facts: Facts, ...concepts: readonly Concept[]): readonly Block[] =>
  blocksWith(facts, ...concepts).filter(isProse)

/** The first place in a block where a concept stands, as offsets of the document. */
export function placeOf(block: Block, ...concepts: readonly Concept[]): Range | undefined {
  const hit = block.scan.hits.find(({ concept }) => concepts.includes(concept))
  return hit && { start: block.start + hit.start, end: block.start + hit.end }
}

/** Whether two concepts stand in a block within a number of characters. */
export function areNear({ scan }: Block, a: Concept, b: Concept, distance: number): boolean {
  if (!scan.concepts.has(a) || !scan.concepts.has(b)) return false
  const places = (wanted: Concept) => scan.hits.filter(({ concept }) => concept === wanted)
  return haveNear(places(a), places(b), distance)
}

/** Whether any of some places is within a number of characters of any of others. Both in order, none overlapping. */
export function haveNear(some: readonly Range[], others: readonly Range[], distance: number): boolean {
  // Walking both lists at once, the nearest earlier place of the other list is all that has to be remembered.
  let i = 0
  let j = 0
  let lastSome = Number.NEGATIVE_INFINITY
  let lastOther = Number.NEGATIVE_INFINITY
  while (i < some.length || j < others.length) {
    const one = some[i]
    const other = others[j]
    if (one && (!other || one.start <= other.start)) {
      if (one.start >= lastOther && one.start - lastOther <= distance) return true
      lastSome = Math.max(lastSome, one.end)
      i++
    } else if (other) {
      if (other.start >= lastSome && other.start - lastSome <= distance) return true
      lastOther = Math.max(lastOther, other.end)
      j++
    }
  }
  return false
}

/** Index of the first block that ends after an offset: the one that holds it, or else the next one. */
export const blockIndexAt = ({ blocks }: Facts, offset: number): number => firstIndex(blocks, ({ end }) => end > offset)

/** The heading over an offset; a title stands over nothing but the document. */
export function headingAt(facts: Facts, offset: number): Block | undefined {
  const block = facts.blocks[blockIndexAt(facts, offset)]
  const section = block && facts.sectionOf(block)
  return section && !section.isTitle ? section.heading : undefined
}
