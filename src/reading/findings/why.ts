/** Tells what is read in a place of a document: which terms of the vocabulary stand there, who asks for them, what silences them. */

import type { DocumentModel, Range } from '../../core/document/document.ts'
import { about } from '../../generated/vocabulary/about.ts'
import { type Block, readBlocks } from '../prose/blocks.ts'
import { factsOf } from '../prose/facts.ts'
import { denialOf } from '../prose/mentions.ts'
import { type FoundTerm, readText } from '../prose/scan.ts'
import type { UnitKind } from '../prose/units.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'

/** A term that stands in a document. */
export interface ReadTerm extends Range {
  /** As they stand there, on one line. */
  readonly words: string
  readonly concept: Concept
  readonly meaning: string
  /** The line of the vocabulary that they match; absent for what only the way it is written gives away. */
  readonly file?: string
  readonly line?: number
  /** Rules, items of the checklist, and readers that others share. */
  readonly askedBy: readonly string[]
  /** Why it does not count, for anybody or for those who ask what is claimed. */
  readonly silenced?: Silenced
}

export type Silenced =
  /** It stands in an exception of the vocabulary. */
  | { readonly by: 'exception'; readonly file: string; readonly line: number }
  /** It stands under a heading such as *References*, where nothing counts. */
  | { readonly by: 'heading' }
  /** The sentence takes it back: who asks what is claimed does not get it. */
  | { readonly by: 'denial'; readonly words: string; readonly file?: string; readonly line?: number }

export interface ReadPlace {
  readonly terms: readonly ReadTerm[]
  readonly quantities: readonly (Range & { readonly words: string; readonly kind: UnitKind })[]
}

/** All terms and numbers with units that begin in a range. */
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

/** What else one who asks for terms finds in a document: the first that counts of each concept, in the order of the text. */
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

/** A block in which terms stand that somebody asks for, and that count. */
export interface ReadPassage extends Range {
  /** As it stands there, on one line. */
  readonly text: string
  readonly terms: readonly ReadTerm[]
}

/** The blocks in which one who asks for terms finds any that count, in the order of the text. @param most how many are enough */
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

/** Titles of sections are looked for in headings alone. */
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
