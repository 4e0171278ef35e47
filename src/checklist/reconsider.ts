/** Revises a judgement with the model: a sentence may make the point in other words, or mean something else. */
import type { DocumentModel } from '../core/document/document.ts'
import { isGerman } from '../core/document/language.ts'
import type { Kind } from '../reading/opinion/model.ts'
import { countSentences, leastScore, type Opinion, opinionsOn } from '../reading/opinion/opinion.ts'
import type { Block } from '../reading/prose/blocks.ts'
import { type Facts, factsOf, isProse } from '../reading/prose/facts.ts'
import { isEnglish } from '../reading/prose/isEnglish.ts'
import type { Hit } from '../reading/prose/scan.ts'
import type { UnitKind } from '../reading/prose/units.ts'
import type { Concept } from '../reading/vocabulary/vocabulary.ts'
import { type ChecklistId, type Judgement, judgement } from './judgement.ts'

/** An item that the model knows. */
interface Known {
  readonly kind: Kind
  /** The concept in headings of sections about it. */
  readonly heading: Concept
  /** Concepts that count as a mention for its judge. */
  readonly words: readonly Concept[]
  /** A kind of figure that counts as a mention, too. */
  readonly figures?: UnitKind
  /**
   * Concepts of which a sentence needs at least one to be believed; otherwise it may describe any step of a program.
   */
  readonly needed?: readonly Concept[]
}

const known: Readonly<Partial<Record<ChecklistId, Known>>> = {
  scaling: { kind: 'scaling', heading: 'scaleHeading', words: ['strongGrowth'] },
  'failure-modes': {
    kind: 'failure-handling',
    heading: 'failureHeading',
    words: ['failure', 'hardFailure', 'recovery'],
    needed: ['condition', 'failure', 'hardFailure', 'handling', 'recovery'],
  },
  'cost-estimate': { kind: 'cost', heading: 'costHeading', words: ['cost', 'resourceUse', 'cheap'], figures: 'money' },
  security: {
    kind: 'security',
    heading: 'securityHeading',
    words: ['authn', 'authz', 'barrier', 'protection', 'secure', 'threat'],
  },
  monitoring: {
    kind: 'monitoring',
    heading: 'monitoringHeading',
    words: ['alert', 'dashboard', 'health', 'logging', 'metric', 'state', 'trace', 'watch'],
  },
}

/**
 * The largest number of sentences for which the model is asked. A longer document has room for words that the judges
 * know: there, a sentence that sounds like the topic usually is an aside, but one with a word of the topic is not.
 */
const mostSentences = { toBelieve: 45, toDoubt: 25 }
/**
 * How rare false alarms must be grows with the number of sentences, as does the chance that the judge finds another.
 */
const rarityIn = (sentences: number): number => Math.max(leastRarity, sentences ** 2 / 5)
/** The lower limit, for the shortest documents: one false alarm in this many sentences. */
const leastRarity = 100
/**
 * How much rarer they must be under a heading on another topic or the background, which such sentences usually concern.
 */
const timesElsewhere = 10
/** If this many blocks contain the words and the judge still says `missing`, they are names. */
const manyBlocks = 4
/** How much lower a score may be for a sentence with a word of the topic. */
const worthOfWord = 0.5
/**
 * A sentence of up to `elsewhere` words that refers elsewhere says nothing itself; in one longer than `toDoubt`, a
 * single word carries little weight.
 */
const mostWords = { elsewhere: 14, toDoubt: 16 }

/**
 * Turns `missing` into `partial` if a sentence very likely is about the topic. Turns a judgement into `missing` if it
 * rests on a single sentence that has a word of the topic but sounds like something else: `the scale of the map`.
 */
export function reconsider(document: DocumentModel, id: ChecklistId, found: Judgement): Judgement {
  const item = known[id]
  // The model has only learned from English.
  if (!item || isGerman(document)) return found
  const facts = factsOf(document)
  const count = countSentences(facts, mostSentences.toBelieve)
  if (count > mostSentences.toBelieve) return found
  if (found.status !== 'missing' && !isDoubtful(document, item, found)) return found
  if (found.status === 'missing' && speakingBlocks(facts, item).length >= manyBlocks) return found
  const least = leastScore(item.kind, rarityIn(count))
  const leastElsewhere = leastScore(item.kind, rarityIn(count) * timesElsewhere)
  const [surest] = opinionsOn(facts, item.kind, least)
    .filter(({ block, score }) => score > leastElsewhere || !isUnderOther(facts, block, item))
    .filter((opinion) => !isOtherwise(opinion, item))
    .toSorted((a, b) => b.score - a.score)
  if (surest && found.status === 'missing')
    return judgement('partial', 'One sentence mentions it, and little more is said.', surest)
  return surest || found.status === 'missing'
    ? found
    : judgement('missing', 'One sentence uses a related word, but seems to be about something else.')
}

/** Whether the heading above a block names another topic, and not this one. */
function isUnderOther(facts: Facts, block: Block, { heading }: Known): boolean {
  const concepts = facts.sectionOf(block)?.heading.scan.concepts
  return concepts !== undefined && !concepts.has(heading) && otherHeadings.some((other) => concepts.has(other))
}

const otherHeadings: readonly Concept[] = [
  'backgroundHeading',
  'apiHeading',
  'dataHeading',
  'planHeading',
  ...Object.values(known).map(({ heading }) => heading),
]

/** Whether a judgement rests on one sentence of a short document which sounds like something else. */
function isDoubtful(document: DocumentModel, item: Known, found: Judgement): boolean {
  const facts = factsOf(document)
  if (countSentences(facts, mostSentences.toBelieve) > mostSentences.toDoubt || !isEnglish(document.prose)) return false
  const lone = loneSentence(facts, item, found)
  return (
    lone !== undefined &&
    countWords(lone) <= mostWords.toDoubt &&
    (isOtherwise(lone, item) || lone.score <= leastScore(item.kind, 1) - worthOfWord)
  )
}

/** The sentence that is an item's evidence, if no other block of the document mentions the topic. */
function loneSentence(facts: Facts, item: Known, { evidence }: Judgement): Opinion | undefined {
  const [block, ...others] = speakingBlocks(facts, item)
  if (!evidence || !block || others.length > 0 || !isProse(block)) return undefined
  return opinionsOn(facts, item.kind, Number.NEGATIVE_INFINITY).find(
    ({ start, end }) => evidence.start >= start && evidence.start < end,
  )
}

/** Blocks that mention the topic of an item. */
const speakingBlocks = (facts: Facts, { words, figures }: Known): readonly Block[] =>
  facts.blocks.filter(
    ({ scan }) =>
      words.some((word) => scan.concepts.has(word)) || scan.quantities.some((quantity) => quantity.kind === figures),
  )

/** Whether the vocabulary contradicts the model: the words mean something else, or only refer to another place. */
function isOtherwise(opinion: Opinion, { words, needed }: Known): boolean {
  const { block, start, end } = opinion
  const { hits, exceptions } = block.scan
  const has = (some: readonly Hit[], wanted: readonly Concept[]) =>
    some.some((hit) => {
      const at = block.start + hit.start
      return wanted.includes(hit.concept) && at >= start && at < end
    })
  if (has(hits, ['elsewhere']) && countWords(opinion) <= mostWords.elsewhere) return true
  if (needed && !has(hits, needed)) return true
  return has(exceptions, words) && !has(hits, words)
}

const countWords = ({ words }: Opinion): number => words.split(/\s+/).length
