/** Judges once more, with a model: by a sentence in other words than the judge knows, or because its words mean something else. */
import type { DocumentModel } from '../core/document/document.ts'
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
  /** What headings of sections on it speak of. */
  readonly heading: Concept
  /** By one of these words it is touched upon, as its judge has it. */
  readonly words: readonly Concept[]
  /** Or by a figure of this kind. */
  readonly figures?: UnitKind
  /** Without one of these no sentence is believed: it may be any step of a program. */
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
 * Up to how many sentences of a document the model is asked. A longer one has room for the words that the judges know: a
 * sentence of it that sounds like the matter mostly is an aside, and one with a word of it mostly is none.
 */
const mostSentences = { toBelieve: 45, toDoubt: 25 }
/** How sure one has to be grows with the sentences, and so does how likely it is that the judge would have found another one. */
const rarityIn = (sentences: number): number => Math.max(leastRarity, sentences ** 2 / 5)
/** In the shortest document, too, one has to be as sure as for one false alarm in so many sentences. */
const leastRarity = 100
/** How much surer one has to be of a sentence under the heading of another matter, or of why there is a design: it is of that. */
const timesElsewhere = 10
/** A judge that has seen the words so often and still says `missing` knows them for names. */
const manyBlocks = 4
/** How much less sure one may be of a sentence that has a word of the matter. */
const worthOfWord = 0.5
/** A sentence of so few words that sends the reader elsewhere says nothing itself; in a longer one than the second, one word weighs little. */
const mostWords = { elsewhere: 14, toDoubt: 16 }

/**
 * What nothing was found for is no longer `missing` where a sentence most likely speaks of it. And what a single sentence was
 * found for is, where that one has a word of the matter but sounds like something else: `the scale of the map`.
 */
export function reconsider(document: DocumentModel, id: ChecklistId, found: Judgement): Judgement {
  const item = known[id]
  if (!item) return found
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

/** Whether the heading over a block names another matter, and not this one. */
function isUnderOther(facts: Facts, block: Block, { heading }: Known): boolean {
  const concepts = facts.sectionOf(block)?.heading.scan.concepts
  return concepts !== undefined && !concepts.has(heading) && otherHeadings.some((other) => concepts.has(other))
}

const otherHeadings: readonly Concept[] = [
  'background',
  'apiHeading',
  'dataHeading',
  'planHeading',
  ...Object.values(known).map(({ heading }) => heading),
]

/** Whether an item hangs on one sentence of a short document, and that one sounds like something else. */
function isDoubtful(document: DocumentModel, item: Known, found: Judgement): boolean {
  const facts = factsOf(document)
  if (countSentences(facts, mostSentences.toBelieve) > mostSentences.toDoubt || !isEnglish(document.text)) return false
  const lone = loneSentence(facts, item, found)
  return (
    lone !== undefined &&
    countWords(lone) <= mostWords.toDoubt &&
    (isOtherwise(lone, item) || lone.score <= leastScore(item.kind, 1) - worthOfWord)
  )
}

/** The sentence by which an item was judged, where no other one of the whole document has a word of it. */
function loneSentence(facts: Facts, item: Known, { evidence }: Judgement): Opinion | undefined {
  const [block, ...others] = speakingBlocks(facts, item)
  if (!evidence || !block || others.length > 0 || !isProse(block)) return undefined
  return opinionsOn(facts, item.kind, Number.NEGATIVE_INFINITY).find(
    ({ start, end }) => evidence.start >= start && evidence.start < end,
  )
}

/** Where the words of an item stand. */
const speakingBlocks = (facts: Facts, { words, figures }: Known): readonly Block[] =>
  facts.blocks.filter(
    ({ scan }) =>
      words.some((word) => scan.concepts.has(word)) || scan.quantities.some((quantity) => quantity.kind === figures),
  )

/** Whether the vocabulary knows better: the words of a sentence mean something else, or it only says where more is said. */
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
