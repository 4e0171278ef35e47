/** Everything that judges read in a document, collected once: blocks, sections, and what is near what. */

import type { Nodes } from 'mdast'
import { firstIndex } from '../../core/data/firstIndex.ts'
import { addAll } from '../../core/data/longLists.ts'
import { remember } from '../../core/data/remember.ts'
import { type DocumentModel, type Section, titleKey } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { createTitles } from '../vocabulary/titles.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { type Block, type BlockGroup, type PlacelessBlock, readBlockGroups, type WholeGroup } from './blocks.ts'
import type { Hit } from './scan.ts'

/** A heading, or a bold line in place of one, and the blocks under it. */
export interface SectionFacts {
  readonly heading: Block
  readonly depth: number
  /** Index of its first block in the list of all blocks; it ends before `until`, nested sections included. */
  readonly from: number
  readonly until: number
  /** Number of words in these blocks, not counting headings. */
  readonly words: number
  readonly parent?: SectionFacts
  readonly isTitle: boolean
}

/** Blocks that were read together. */
interface FactGroup extends Pick<BlockGroup, 'whole'> {
  /** Index in the list of all blocks; the group ends before `until`. */
  readonly from: number
  readonly until: number
}

/** What all judges read. Created once per document. */
export interface Facts {
  readonly document: DocumentModel
  /** Blocks that count: without references, table of contents and whatever is declared out of scope. */
  readonly blocks: readonly Block[]
  readonly sections: readonly SectionFacts[]
  /** The same blocks, by the group in which they were read. */
  readonly groups: readonly FactGroup[]
  /** The innermost section that contains a block. */
  sectionOf(block: Block): SectionFacts | undefined
}

/** The facts of a document; cached. */
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
  /** @returns whether the blocks under it count */
  const openSection = (heading: Block): boolean => {
    const known = byHeading.get(heading.node)
    const depth = known?.depth ?? boldDepth
    closeFrom(depth)
    if (depth <= asideDepth) asideDepth = Number.POSITIVE_INFINITY
    const isTitle = known !== undefined && known === document.title
    if (!isTitle && isAside(heading.node, heading)) asideDepth = Math.min(asideDepth, depth)
    if (depth >= asideDepth) return false
    const parent = open.at(-1)
    // Until the section is closed, `words` holds the number of words before it.
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
      for (let index = run.from; index < run.until; index++) {
        const block = group.blocks[index]
        if (block && (block.kind === 'heading' || !leftOut.test(block.text))) blocks.push(block)
      }
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
    // Each counted heading opens a section, and an aside ends only at a heading.
    sectionOf: ({ start }) => sections[firstIndex(sections, ({ heading }) => heading.start > start) - 1],
  }
}

/** Deeper than any heading. */
const boldDepth = 7

/** A remark in a title: `Non-goals (for now)`. */
const bracketed = /[(（][^()（）]{0,60}[)）]/g

/** Titles of sections in which nothing counts. */
const aside = createTitles('aside')

const isAside = remember((_: Nodes, { text }: Block) => aside.test(titleKey(plainTitle(text).replace(bracketed, ''))))

/** A heading as written, without the marks before it, which would hide its number. */
const plainTitle = (text: string): string => text.replace(/^[\s#*_>]{1,16}/, '')

/** The title of a section, folded. */
export const titleKeyOf = ({ heading }: Pick<SectionFacts, 'heading'>): string => titleKey(plainTitle(heading.text))

/** A paragraph in place of such a section: `Out of scope: …`, `非目标：…`. */
const leftOut =
  /^[\s*_]{0,4}(?:(?:not in|out of|outside(?: of)? the) scope|non-?\s?goals?|nicht enthalten|nicht-?\s?ziele?|非目标|不在范围|不包括|本期不做|不做的事|不做什么)[^\n：:]{0,6}[：:]/iu

/** Number of words under a heading, nested sections included; 0 for "None" and the like. */
export function bodyWords({ blocks }: Facts, { words, from }: SectionFacts): number {
  const first = blocks[from]
  const isNone = words < 12 && first !== undefined && (firstHit(first, 'nothing')?.start ?? 3) < 3
  return isNone ? 0 : words
}

/** The hit for a concept if it is at the position of the block's first hit, which several hits may share. */
export const firstHit = ({ scan: { hits } }: Block, concept: Concept): Hit | undefined =>
  hits.find((hit) => hit.concept === concept && hit.start === hits[0]?.start)

/** Sections whose heading mentions a concept and that have at least `words` words; without the title. */
export const sectionFactsAbout = (facts: Facts, concept: Concept, words = 8): readonly SectionFacts[] =>
  facts.sections.filter(
    (section) => !section.isTitle && section.heading.scan.concepts.has(concept) && bodyWords(facts, section) >= words,
  )

/** The blocks under a heading. */
export const blocksOf = ({ blocks }: Facts, section: SectionFacts): readonly Block[] =>
  blocks.slice(section.from, section.until)

/**
 * The blocks in a section of the document.
 * @param range UTF-16 offsets that do not split a block
 */
export const blocksWithin = (facts: Facts, { start, end }: Range): readonly Block[] =>
  facts.blocks.slice(blockIndexAt(facts, start), blockIndexAt(facts, end))

/** Prose and table rows; no code, no headings. */
export const proseOf = remember(({ blocks }: Facts): readonly Block[] => blocks.filter(isProse))

/** A sum over all blocks of a document; the sum for each slice is cached. */
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

/** The results for all blocks of a document, as one list; the results for each slice are cached. */
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

/** The blocks that mention any of some concepts. */
export function blocksWith(facts: Facts, ...concepts: readonly Concept[]): readonly Block[] {
  const [concept, other] = concepts
  if (concept === undefined || other !== undefined) return findBlocks(facts, concepts)
  const known = byConcept(facts)
  const found = known.get(concept) ?? findBlocks(facts, concepts)
  known.set(concept, found)
  return found
}

/** Results by concept, for a single concept. */
const byConcept = remember((_: Facts) => new Map<Concept, readonly Block[]>())

/** Most groups do not mention the concepts, and their blocks are skipped. */
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

/** A loop, for speed: it runs for every slice and every concept. */
function speaksOf({ concepts }: Pick<WholeGroup, 'concepts'>, wanted: readonly Concept[]): boolean {
  for (const concept of wanted) if (concepts.has(concept)) return true
  return false
}

/** Prose and table rows that mention any of some concepts. */
export const proseWith = (facts: Facts, ...concepts: readonly Concept[]): readonly Block[] =>
  blocksWith(facts, ...concepts).filter(isProse)

/** The range of the first mention of any of some concepts in a block, in offsets of the document. */
export function placeOf(block: Block, ...concepts: readonly Concept[]): Range | undefined {
  const hit = block.scan.hits.find(({ concept }) => concepts.includes(concept))
  return hit && { start: block.start + hit.start, end: block.start + hit.end }
}

/** Whether two concepts occur in a block within a distance in characters. */
export function areNear({ scan }: Block, a: Concept, b: Concept, distance: number): boolean {
  if (!scan.concepts.has(a) || !scan.concepts.has(b)) return false
  const places = (wanted: Concept) => scan.hits.filter(({ concept }) => concept === wanted)
  return haveNear(places(a), places(b), distance)
}

/** Whether any range in one list is within a distance of any in the other. Both lists are sorted, without overlaps. */
export function haveNear(some: readonly Range[], others: readonly Range[], distance: number): boolean {
  // Walking both lists together, only the nearest earlier range of the other list matters.
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

/** Index of the first block that ends after an offset: the one that contains it, or else the next. */
export const blockIndexAt = ({ blocks }: Facts, offset: number): number => firstIndex(blocks, ({ end }) => end > offset)

/** The heading above an offset; the title is not considered one. */
export function headingAt(facts: Facts, offset: number): Block | undefined {
  const block = facts.blocks[blockIndexAt(facts, offset)]
  const section = block && facts.sectionOf(block)
  return section && !section.isTitle ? section.heading : undefined
}
