/** Judges whether a design says how it behaves as load or data grows. */

import type { DocumentModel } from '../core/document/document.ts'
import { hasHan } from '../core/document/language.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  blocksOf,
  blocksWith,
  collectOver,
  type Facts,
  factsOf,
  haveNear,
  isProse,
  placeOf,
  proseWith,
  type SectionFacts,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import type { Hit } from '../reading/prose/scan.ts'
import type { UnitKind } from '../reading/prose/units.ts'
import { measuresToldIn } from '../reading/sections/german.ts'
import { isUnspaced } from '../reading/vocabulary/lexicon.ts'
import type { Concept } from '../reading/vocabulary/vocabulary.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether the document says how the design behaves as load or data grows. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const names = findNames(facts)
  const treating = proseWith(facts, 'strongGrowth').filter((block) => isTreating(block, names))
  const [first] = treating
  const section = sectionFactsAbout(facts, 'scaleHeading', 15).find((each) => isTreated(facts, each, treating))
  if (section) return judgement('met', 'A section says how the design copes with growth.', section.heading)
  const told = measuresToldIn(facts)
  if (told) return judgement('met', 'A section says how the design copes with growth.', told)
  const isSpread =
    treating.length >= manyTreating.plainly ||
    new Set([...treating, ...findLesserTreating(facts, names)]).size >= manyTreating.inAll
  if (first && isSpread)
    return judgement('met', 'Growth is covered with figures and measures.', placeOf(first, 'strongGrowth'))
  const mention =
    first ??
    blocksWith(facts, 'strongGrowth').find(
      (block) => block.kind !== 'code' && hitsOf(block, names, 'strongGrowth').length > 0,
    ) ??
    findLesser(facts, names)
  if (mention)
    return judgement(
      'partial',
      'Growth is mentioned, but not how the design copes with it.',
      placeOf(mention, 'strongGrowth', 'growth', 'scaleMeans'),
    )
  return judgement('missing', 'The document does not say what happens as load or data grows.')
}

/** With this many blocks on how the design copes, it needs no section of its own. */
const manyTreating = { plainly: 3, inAll: 4 }

/** Whether a section covers growth, and at least two blocks do so in all. */
function isTreated(facts: Facts, section: SectionFacts, treating: readonly Block[]): boolean {
  const isKnown = new Set(treating)
  const inSection = blocksOf(facts, section).filter((block) => isKnown.has(block) || (isText(block) && isFigure(block)))
  const isDense = ofGrowing.test(section.heading.text) ? tellsBoth : hasMany
  return inSection.length > 0 && (new Set([...inSection, ...treating]).size >= 2 || inSection.some(isDense))
}

/** A title about growing itself, as opposed to one on speed or limits. */
const ofGrowing = /\b(?:grow|scal|doubl|larger)|how (?:big|large)/i

/** A Chinese paragraph is as good as two if it has this many figures and words for growth and how the design copes. */
const hasMany = ({ scan, text }: Block): boolean =>
  hasHan(text) &&
  scan.quantities.length >= 3 &&
  new Set(scan.hits.flatMap(({ concept, start }) => (ofGrowth.has(concept) ? start : []))).size >= 2

/** So is any, under a title about growing, if it has two figures of a kind and says how the design copes. */
const tellsBoth = (block: Block): boolean =>
  hasMany(block) ||
  (block.scan.concepts.has('scaleMeans') &&
    block.scan.quantities.some(
      ({ kind }, at, all) => isLoad.has(kind) && all.slice(at + 1).some((other) => other.kind === kind),
    ))

/** What grows: a number of things, their rate or their size. */
const isLoad: ReadonlySet<UnitKind> = new Set(['count', 'rate', 'bytes'])

const ofGrowth: ReadonlySet<Concept> = new Set(['growth', 'scaleMeans', 'strongGrowth'])

const isText = ({ kind }: Block): boolean => kind !== 'code' && kind !== 'heading'

/** In a section on scaling, a figure or a multiple is about growth, whatever the words. */
const isFigure = ({ scan }: Block): boolean => scan.quantities.length > 0 || scan.concepts.has('multiple')

/**
 * The stems of words that occur often and are the only ones of their concept: they name something in the design, as
 * `shard` does in a design of shards.
 */
const findNames = (facts: Facts): ReadonlySet<string> =>
  new Set(
    [strongStems(facts), otherStems(facts)].flatMap((stems) =>
      stems.length >= 8 && new Set(stems).size === 1 ? stems.slice(0, 1) : [],
    ),
  )

/** The stems of all words of a concept. */
const stemsOf = (wanted: Concept) =>
  collectOver((block) =>
    isProse(block)
      ? block.scan.hits.flatMap(({ concept, start }) => (concept === wanted ? stemAt(block.text, start) : []))
      : [],
  )

const strongStems = stemsOf('strongGrowth')
const otherStems = stemsOf('growth')

/** The hits for some concepts in a block, without words that are names. */
const hitsOf = ({ scan, text }: Block, names: ReadonlySet<string>, ...concepts: readonly Concept[]): readonly Hit[] =>
  scan.hits.filter(({ concept, start }) => concepts.includes(concept) && !names.has(stemAt(text, start)))

/**
 * The first block with weaker words for growth; they count only together with countermeasures, or if there are many.
 */
function findLesser(facts: Facts, names: ReadonlySet<string>): Block | undefined {
  const lesser = proseWith(facts, 'growth').filter((block) => hitsOf(block, names, 'growth').length > 0)
  return (
    lesser.find((block) => hitsOf(block, names, 'scaleMeans').length > 0) ??
    (lesser.length >= 4 ? lesser[0] : undefined)
  )
}

/** Whether a block has a word for growth together with a figure, or with another word for how the design copes. */
function isTreating(block: Block, names: ReadonlySet<string>): boolean {
  const { scan, text } = block
  const words = hitsOf(block, names, 'strongGrowth')
  if (haveNear(words, scan.quantities, 120)) return true
  const means = hitsOf(block, names, 'scaleMeans', 'strongGrowth')
  // In a paragraph with this many words for growth, the first ones are enough.
  return words.slice(0, 20).some((word) => {
    const others = means.filter(
      ({ start }) => Math.abs(start - word.start) < 400 && stemAt(text, start) !== stemAt(text, word.start),
    )
    return haveNear([word], others, 200)
  })
}

/** Blocks with weaker words for growth and a figure or countermeasure nearby; they add to stronger ones elsewhere. */
const findLesserTreating = (facts: Facts, names: ReadonlySet<string>): readonly Block[] =>
  proseWith(facts, 'growth').filter((block) => {
    const words = hitsOf(block, names, 'growth')
    return haveNear(words, hitsOf(block, names, 'scaleMeans'), 120) || haveNear(words, block.scan.quantities, 120)
  })

/** Enough letters of a word to tell it from others. */
const stemAt = (text: string, start: number): string =>
  text.slice(start, start + (isUnspaced(text.charCodeAt(start)) ? 2 : 5)).toLowerCase()
