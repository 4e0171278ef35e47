/**
 * Adds the classifier's opinion to a red flag: if its rule finds no known phrase, a sentence may still sound like it.
 */
import type { DocumentModel } from '../../core/document/document.ts'
import type { Problem, Rule, RuleContext } from '../../core/lint/rule.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import type { Range } from '../../core/text/range.ts'
import type { Kind } from '../opinion/model.ts'
import { leastScore, type Opinion, opinionsOn, sentencesOf } from '../opinion/opinion.ts'
import type { Block } from '../prose/blocks.ts'
import { type Facts, factsOf } from '../prose/facts.ts'
import { claims, isElsewhere, speaksOf } from '../prose/mentions.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { isJudged } from './redFlag.ts'

/** A rule with a synchronous check. */
interface FlagRule<O extends object> extends Rule<O> {
  check(context: RuleContext<O>): Iterable<Problem>
}

/** What a flag sounds like, and when a sentence can mean it. */
interface Sound {
  /** The model's name for it. */
  readonly kind: Kind
  /** The end of a sentence: what it sounds like, and why that matters. */
  readonly like: string
  /** Concepts that a sentence must all mention to be about this flag. */
  readonly about?: readonly Concept[]
  /** Like `about`, as a pattern, for words that are not a concept. */
  readonly words?: RegExp
  /** Concepts that contradict the flag if its paragraph claims one of them. */
  readonly unless?: readonly Concept[]
  /** Marks a sentence that does not count: a question, a wish, a possibility or a story. */
  readonly hedged?: RegExp
  /**
   * Negations that contradict the flag. Only for flags about something done; in flags about an absence, *no* and *not*
   * make the point.
   */
  readonly denied?: RegExp
  /** Whether sections on the background and on alternatives count too, where reasons are given. */
  readonly isAnywhere?: true
  /** Whether the document is about something that can have this flag at all. */
  isPossible?(document: DocumentModel): boolean
  /** Whether something else in the document answers the sentence. */
  isAnswered?(facts: Facts, opinion: Opinion): boolean
}

/** A question, possibility or story says nothing about the design. */
export const hedged =
  /[?]|\b(?:could|might|imagine|suppose|previously|formerly|rejected|alternatives?|proposals?|let['’]s|e\.g|please|you|your)\b|:\s*$/i
/** The default for most flags: also wishes, and sentences that begin with *no*. */
const hedgedAsUsual =
  /[?]|\b(?:would|could|might|imagine|suppose|previously|formerly|rejected|alternatives?|proposals?|let['’]s|e\.g|i|i['’]\w{1,3}|please|you|your)\b|^(?:no|none|never|neither)\b|:\s*$/i

/** Extends the rule for a red flag that the model also knows. */
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

/** Whether a sentence says what a thing is, not what it does: `The global view of all servers for one datacenter.` */
const isDefinition = (words: string): boolean => {
  const [article = '', ...rest] = words.toLowerCase().split(/\s+/, 6)
  const of = rest.indexOf('of')
  return /^(?:an?|the)$/.test(article) && of > 0 && collections.test(rest[of - 1] ?? '')
}
const collections = /^(?:view|list|map|set|group|copy|number|table|index|snapshot|history|collection|name)s?$/

/** A cell that lists five or more things; a row with code describes an interface, whose fields are not tasks. */
const listing = /[^,|]{2,80}(?:,[^,|]{2,80}){4}/

/**
 * Whether a block counts as a sentence. Other table rows do not, and a section on security says what people may do, not
 * what a part does.
 */
const isSentence = (facts: Facts, { kind, isAnywhere }: Sound, block: Block): boolean =>
  (isAnywhere || !isElsewhere(facts, block)) &&
  (block.kind === 'text' || (listing.test(block.text) && !block.text.includes('`'))) &&
  (kind === 'unbounded-access' || !facts.sectionOf(block)?.heading.scan.concepts.has('securityHeading'))

/**
 * How rare false alarms must be grows with the number of sentences: each is another chance of being wrong, and a long
 * document mostly describes its subject, not the reasons for choosing it.
 */
const rarityIn = (sentences: number): number => Math.max(leastRarity, sentences ** 1.5 * timesRarer)
/** The lower limit, for the shortest documents: one false alarm in this many sentences. */
const leastRarity = 1000
const timesRarer = 10

/** The opinion with the highest score among those that are on topic, not taken back and not answered. */
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

/** Whether the words of a sentence, or its paragraph, contradict the flag. */
const isTakenBack = (opinion: Opinion, { words, unless = [], hedged = hedgedAsUsual, denied }: Sound): boolean =>
  words?.test(opinion.words) === false ||
  speaksOf(opinion, 'overcome') ||
  // An author who names the price of a choice is aware of it.
  speaksOf(opinion, 'tradeOff') ||
  unless.some((concept) => claims({ ...opinion, ...placeOfBlock(opinion) }, concept)) ||
  hedged.test(opinion.words) ||
  denied?.test(opinion.words) === true ||
  isDefinition(opinion.words)

const placeOfBlock = ({ block: { start, end } }: Opinion): Range => ({ start, end })
