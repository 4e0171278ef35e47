/** Finds where a document mentions something, and where it claims that something is so. */

import { firstIndex } from '../../core/data/firstIndex.ts'
import { remember } from '../../core/data/remember.ts'
import type { Range } from '../../core/text/range.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import type { Block } from './blocks.ts'
import { beginsClause } from './clauses.ts'
import { blocksWith, type Facts, isProse } from './facts.ts'
import type { Hit, Scan } from './scan.ts'

/** A range in which a document mentions something. */
export interface Mention extends Range {
  readonly block: Block
  /** The words themselves, on one line. */
  readonly words: string
  /** The words and up to 30 characters after them, until a comma or the end of the sentence. */
  readonly clause: string
}

/** Every mention of any of some concepts in some blocks. */
export const mentionsOf = (blocks: readonly Block[], ...concepts: readonly Concept[]): readonly Mention[] =>
  blocks
    .filter(({ scan }) => concepts.some((concept) => scan.concepts.has(concept)))
    .flatMap((block) => block.scan.hits.filter(({ concept }) => concepts.includes(concept)).map(mentionIn(block)))

/**
 * Mentions with which the author says that something is so, not that it must not be so, was so, or is so elsewhere.
 *
 * @param nouns concepts of which one has to follow within a few words; it then becomes part of the mention
 */
export const statementsOf = (facts: Facts, concept: Concept, nouns?: readonly Concept[]): readonly Mention[] =>
  blocksWith(facts, concept).flatMap((block) => {
    const { scan, text } = block
    if (!isProse(block)) return []
    return scan.hits.flatMap((hit) => {
      if (hit.concept !== concept || denialOf(block, hit)) return []
      const noun = nouns && scan.hits.find((each) => nouns.includes(each.concept) && isNext(text, hit, each))
      if (nouns && !noun) return []
      return [mentionIn(block)({ start: hit.start, end: (noun ?? hit).end })]
    })
  })

/** The statements that describe this design, not its background or what was considered instead. */
export const designStatementsOf: typeof statementsOf = (facts, concept, nouns) =>
  statementsOf(facts, concept, nouns).filter(({ block }) => !isElsewhere(facts, block))

/** Whether a block belongs to a section about something other than this design, such as its background. */
export const isElsewhere = (facts: Facts, block: Block): boolean => isUnder(facts, block, 'elsewhereHeading')

/** Whether a block belongs to a section, or to one within a section, whose short title contains a concept. */
export function isUnder(facts: Facts, block: Block, concept: Concept): boolean {
  for (let section = facts.sectionOf(block); section && !section.isTitle; section = section.parent) {
    const { concepts, words } = section.heading.scan
    if (concepts.has(concept) && words <= longestTitle) return true
  }
  return false
}

/** In words; a longer heading says more than what kind of section it is. */
const longestTitle = 5

/** Whether one range follows another within a few words of the same clause. */
const isNext = (text: string, { end }: Range, { start }: Range): boolean =>
  start >= end && start - end <= 25 && /^[\s\w"'`-]*$/.test(text.slice(end, start))

const mentionIn =
  (block: Block) =>
  ({ start, end }: Range): Mention =>
    mentionAt(block, { start: block.start + start, end: block.start + end })

/** A range in a block as a mention; offsets are relative to the document. */
export function mentionAt(block: Block, { start, end }: Range): Mention {
  const from = start - block.start
  const to = end - block.start
  const rest = block.text.slice(to, to + 30)
  // A word that is cut off is dropped.
  const after = (rest.length < 30 ? rest : rest.replace(/\s\S*$/, '')).split(/[^\p{L}\p{N}\s-]/u, 1)[0] ?? ''
  const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
  return {
    block,
    start,
    end,
    words: oneLine(block.text.slice(from, to)),
    clause: oneLine(block.text.slice(from, to) + after),
  }
}

/** Whether the sentence of a mention also mentions a concept, within 200 characters on either side. */
export function isSaidWith({ block: { scan, text, start: from }, start, end }: Mention, concept: Concept): boolean {
  if (!scan.concepts.has(concept)) return false
  const before = text.slice(Math.max(0, start - from - 200), start - from)
  const begin = start - from - (before.split(/[.?!]\s/).at(-1)?.length ?? 0)
  const after = text.slice(start - from, end - from + 200).split(/[.?!](?:\s|$)/, 1)[0] ?? ''
  const until = start - from + after.length
  // Hits are sorted, so only those of the sentence are visited.
  for (let index = firstIndex(scan.hits, (hit) => hit.start >= begin); index < scan.hits.length; index++) {
    const hit = scan.hits[index]
    if (!hit || hit.start >= until) return false
    if (hit.concept === concept && hit.end <= until) return true
  }
  return false
}

/** Whether a mention contains a concept. */
export const speaksOf = (mention: Mention, concept: Concept): boolean => hitsWithin(mention, concept).length > 0

/** Whether a mention claims a concept without negating it. */
export const claims = (mention: Mention, concept: Concept): boolean =>
  hitsWithin(mention, concept).some((hit) => denialOf(mention.block, hit) === undefined)

/** The hits for a concept within a mention. Their offsets are relative to its block. */
export function hitsWithin({ block: { scan, start: from }, start, end }: Mention, concept: Concept): readonly Hit[] {
  if (!scan.concepts.has(concept)) return []
  const first = firstIndex(scan.hits, (hit) => hit.start >= start - from)
  const hits: Hit[] = []
  for (let index = first; index < scan.hits.length; index++) {
    const hit = scan.hits[index]
    if (!hit || hit.start >= end - from) break
    if (hit.concept === concept) hits.push(hit)
  }
  return hits
}

/** The words that negate a mention or make it hypothetical. */
export interface Denial extends Range {
  /** The vocabulary line that matched; absent for a question mark. */
  readonly term?: Hit['term']
}

/** What takes a range back, in its sentence before it or a few words after it. Offsets are relative to the block. */
export function denialOf({ scan, text }: Pick<Block, 'scan' | 'text'>, { start, end }: Range): Denial | undefined {
  const from = Math.max(0, start - 80)
  const before = text.slice(from, start)
  const sentence = from + Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '), 0)
  const { denial, retraction } = denialsOf(scan)
  const after = text.slice(end, end + 60).split(/[.;\n]/, 1)[0] ?? ''
  const earlier = denial[firstIndex(denial, (hit) => hit.start >= start) - 1]
  if (earlier && earlier.start >= sentence && !isOver(earlier, { text, start, end: end + after.length })) return earlier
  const question = after.indexOf('?')
  if (question >= 0) return { start: end + question, end: end + question + 1 }
  const later = retraction[firstIndex(retraction, (hit) => hit.start >= end)]
  return later && later.end <= end + after.length ? later : undefined
}

/**
 * Whether a negation belongs to another clause than a range. Conditions, wishes and times apply to the whole sentence.
 */
const isOver = ({ start, end }: Hit, place: Range & { readonly text: string }): boolean =>
  negation.test(place.text.slice(start, end)) && beginsClause(place.text, end, place.start, place.end)

const negation = /^(?:no|none|not|never|neither|nor|cannot|without|[a-z]{2,8}n['’]t)$/i

const denialsOf = remember(({ hits }: Scan) => ({
  denial: hits.filter(({ concept }) => concept === 'denial'),
  retraction: hits.filter(({ concept }) => concept === 'retraction'),
}))
