/** Gives a red flag a second opinion: where its rule knows no phrase of a document, a sentence may still sound like the flag. */
import type { DocumentModel, Range } from '../../core/document/document.ts'
import type { Problem, Rule, RuleContext } from '../../core/lint/rule.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import type { Kind } from '../opinion/model.ts'
import { leastScore, type Opinion, opinionsOn, sentencesOf } from '../opinion/opinion.ts'
import type { Block } from '../prose/blocks.ts'
import { type Facts, factsOf } from '../prose/facts.ts'
import { claims, speaksOf } from '../prose/mentions.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { isJudged } from './redFlag.ts'

/** A rule whose check is done at once. */
interface FlagRule<O extends object> extends Rule<O> {
  check(context: RuleContext<O>): Iterable<Problem>
}

/** What a flag sounds like, and where it can be heard at all. */
interface Sound {
  /** What the model calls it. */
  readonly kind: Kind
  /** What a sentence like that sounds like, and why that matters: the end of a sentence. */
  readonly like: string
  /** A sentence that speaks not of each of these is about something else, whatever it sounds like. */
  readonly about?: readonly Concept[]
  /** The same by its words, where they are no concept. */
  readonly words?: RegExp
  /** A paragraph that claims one of these says the opposite. */
  readonly unless?: readonly Concept[]
  /** What says of a sentence that it is no flag: it is asked, wished, possible or told as a story. */
  readonly hedged?: RegExp
  /** What else says so, where the flag is something that is done and not something that lacks: *no* and *not* deny it. */
  readonly denied?: RegExp
  /** Whether a document is about something that can have the flag at all. */
  isPossible?(document: DocumentModel): boolean
  /** Whether something else in the document answers what a sentence says. */
  isAnswered?(facts: Facts, opinion: Opinion): boolean
}

/** What is asked, wished, possible or told as a story says nothing of the design. */
export const hedged =
  /[?]|\b(?:could|might|imagine|suppose|previously|formerly|rejected|alternatives?|proposals?|let['’]s|e\.g|please|you|your)\b|:\s*$/i
/** Nor do wishes, and a *no* before what most of the flags are. */
const hedgedAsUsual =
  /[?]|\b(?:would|could|might|imagine|suppose|previously|formerly|rejected|alternatives?|proposals?|let['’]s|e\.g|i|i['’]\w{1,3}|please|you|your)\b|^(?:no|none|never|neither)\b|:\s*$/i

/** Define a rule for a red flag that the model knows as well. */
export const withOpinion =
  (sound: Sound) =>
  <O extends object = object>(rule: FlagRule<O>): Rule<O> => ({
    ...rule,
    *check(context) {
      let isSilent = true
      for (const problem of rule.check(context)) {
        isSilent = false
        yield problem
      }
      if (!isSilent || isFreeForm(context.type) || !isJudged(context)) return
      if (sound.isPossible?.(context.document) === false) return
      const opinion = findOpinion(factsOf(context.document), sound)
      if (opinion) yield { start: opinion.start, end: opinion.end, reason: `This sounds like ${sound.like}` }
    },
  })

/** What a thing is and not what it does: `The global view of all servers for one datacenter.` */
const isDefinition = (words: string): boolean => {
  const [article = '', ...rest] = words.toLowerCase().split(/\s+/, 6)
  const of = rest.indexOf('of')
  return /^(?:an?|the)$/.test(article) && of > 0 && collections.test(rest[of - 1] ?? '')
}
const collections = /^(?:view|list|map|set|group|copy|number|table|index|snapshot|history|collection|name)s?$/

/** A cell that lists five things or more; a row with code is of an interface, whose fields are no tasks. */
const listing = /[^,|]{2,80}(?:,[^,|]{2,80}){4}/

/** Another row of a table is no sentence, and a section on security tells what people may do and not what a part does. */
const isSentence = (facts: Facts, { kind }: Sound, block: Block): boolean =>
  (block.kind === 'text' || (listing.test(block.text) && !block.text.includes('`'))) &&
  (kind === 'unbounded-access' || !facts.sectionOf(block)?.heading.scan.concepts.has('securityHeading'))

/**
 * How sure one has to be grows with the sentences of a document: each of them is one more occasion to be wrong, and a long one is mostly
 * about what it describes and not about how it is chosen.
 */
const rarityIn = (sentences: number): number => Math.max(leastRarity, sentences ** 1.5 * timesRarer)
/** In the shortest document, too, one has to be as sure as for one false alarm in so many sentences. */
const leastRarity = 1000
const timesRarer = 10

/** The surest of those that are about it and not taken back. */
function findOpinion(facts: Facts, sound: Sound): Opinion | undefined {
  const { kind, about = [] } = sound
  return opinionsOn(facts, kind, leastScore(kind, rarityIn(sentencesOf(facts))))
    .filter(
      (opinion) =>
        about.every((concept) => speaksOf(opinion, concept)) &&
        isSentence(facts, sound, opinion.block) &&
        !isTakenBack(opinion, sound),
    )
    .toSorted((a, b) => b.score - a.score)
    .find((opinion) => !sound.isAnswered?.(facts, opinion))
}

/** Whether the words of a sentence, or its paragraph, say that it is no flag. */
const isTakenBack = (opinion: Opinion, { words, unless = [], hedged = hedgedAsUsual, denied }: Sound): boolean =>
  words?.test(opinion.words) === false ||
  speaksOf(opinion, 'overcome') ||
  // Who names the price of a choice has seen it.
  speaksOf(opinion, 'tradeOff') ||
  unless.some((concept) => claims({ ...opinion, ...placeOfBlock(opinion) }, concept)) ||
  hedged.test(opinion.words) ||
  denied?.test(opinion.words) === true ||
  isDefinition(opinion.words)

const placeOfBlock = ({ block: { start, end } }: Opinion): Range => ({ start, end })
