/** Explains how a place in a document is read: its vocabulary terms, who uses them, and what silences them. */

import type { DocumentModel } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { about } from '../../generated/vocabulary/about.ts'
import { type Block, readBlocks } from '../prose/blocks.ts'
import { factsOf } from '../prose/facts.ts'
import { denialOf } from '../prose/mentions.ts'
import { type FoundTerm, readText } from '../prose/scan.ts'
import type { UnitKind } from '../prose/units.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'

/** A vocabulary term in a document. */
export interface ReadTerm extends Range {
  /** The words as written, on one line. */
  readonly words: string
  readonly concept: Concept
  readonly meaning: string
  /** The vocabulary line that they match; absent if only their form identifies them. */
  readonly file?: string
  readonly line?: number
  /** Rules, checklist items and shared readers that use the concept. */
  readonly askedBy: readonly string[]
  /** Why the term does not count, either for anybody or for readers of claims. */
  readonly silenced?: Silenced
}

export type Silenced =
  /** It is inside an exception of the vocabulary. */
  | { readonly by: 'exception'; readonly file: string; readonly line: number }
  /** It is under a heading such as *References*, where nothing counts. */
  | { readonly by: 'heading' }
  /** The sentence negates it: it does not count as claimed. */
  | { readonly by: 'denial'; readonly words: string; readonly file?: string; readonly line?: number }

export interface ReadPlace {
  readonly terms: readonly ReadTerm[]
  readonly quantities: readonly (Range & { readonly words: string; readonly kind: UnitKind })[]
}

/** All terms, and numbers with units, that begin in a range. */
export function readPlace(document: DocumentModel, { start, end }: Range): ReadPlace {
  const counted = new Set(factsOf(document).blocks.map((block) => block.start))
  const isInside = (place: Range) => place.start >= start && place.start < end
  const read = readBlocks(document)
    .filter((block) => block.start < end && block.end > start)
    .map((block) => {
      const { hits, quantities } = readText(block.text)
      const isAside = !counted.has(block.start)
      return {
        terms: hits
          .filter(isAsked(block))
          .map((hit) => termIn(block, hit, isAside))
          .filter(isInside),
        quantities: quantities.map(({ kind, ...place }) => ({ ...placed(block, place), kind })).filter(isInside),
      }
    })
  return { terms: read.flatMap(({ terms }) => terms), quantities: read.flatMap(({ quantities }) => quantities) }
}

/**
 * What a rule or checklist item finds in a document: the first counted term of each of its concepts, in document order.
 */
export function readFor(document: DocumentModel, asker: string): readonly ReadTerm[] {
  const open = new Set(
    Object.entries(about).flatMap(([concept, { askedBy }]) => (askedBy.includes(asker) ? concept : [])),
  )
  const terms: ReadTerm[] = []
  for (const block of factsOf(document).blocks) {
    for (const hit of block.scan.hits.filter(isAsked(block)))
      if (open.delete(hit.concept)) terms.push(termIn(block, hit, false))
    if (open.size === 0) break
  }
  return terms
}

/** A block with terms that a rule or checklist item uses, and that count. */
export interface ReadPassage extends Range {
  /** The text as written, on one line. */
  readonly text: string
  readonly terms: readonly ReadTerm[]
}

/**
 * The blocks in which a rule or checklist item finds terms that count, in document order.
 * @param most the maximum number of blocks
 */
export function passagesFor(document: DocumentModel, asker: string, most: number): readonly ReadPassage[] {
  const passages: ReadPassage[] = []
  for (const block of factsOf(document).blocks) {
    if (passages.length === most) break
    const asked = block.scan.hits.filter(isAsked(block)).map((hit) => termIn(block, hit, false))
    const terms = asked.filter(({ askedBy, silenced }) => askedBy.includes(asker) && !silenced)
    if (terms.length > 0)
      passages.push({ start: block.start, end: block.end, text: block.text.replace(/\s+/g, ' ').trim(), terms })
  }
  return passages
}

/** Section titles only count in headings. */
const isAsked =
  ({ kind }: Block) =>
  ({ concept }: FoundTerm): boolean =>
    kind === 'heading' || !concept.endsWith('Heading')

function termIn(block: Block, hit: FoundTerm, isAside: boolean): ReadTerm {
  const { concept, term } = hit
  const known = concept === 'name' ? undefined : about[concept]
  const silenced = silencedIn(block, hit, isAside)
  return {
    ...placed(block, hit),
    concept,
    meaning: known?.meaning ?? 'Written as a name in code.',
    ...(term.file !== '' && { file: term.file, line: term.line }),
    askedBy: known?.askedBy ?? [],
    ...(silenced && { silenced }),
  }
}

function silencedIn(block: Block, hit: FoundTerm, isAside: boolean): Silenced | undefined {
  if (hit.silenced) return { by: 'exception', file: hit.silenced.file, line: hit.silenced.line }
  if (isAside) return { by: 'heading' }
  const denial = denialOf(block, hit)
  if (!denial) return undefined
  const { words } = placed(block, denial)
  return { by: 'denial', words, ...(denial.term && { file: denial.term.file, line: denial.term.line }) }
}

const placed = ({ start, text }: Block, place: Range) => ({
  start: start + place.start,
  end: start + place.end,
  words: text.slice(place.start, place.end).replace(/\s+/g, ' '),
})
