/** Gives a red flag a second opinion: where its rule knows no phrase of a document, a sentence may still sound like the flag. */
import type { Problem, Rule, RuleContext } from '../../core/lint/rule.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import type { Kind } from '../opinion/model.ts'
import { leastScore, type Opinion, opinionsOn } from '../opinion/opinion.ts'
import type { Block } from '../prose/blocks.ts'
import { type Facts, factsOf } from '../prose/facts.ts'
import { isJudged } from './redFlag.ts'

/** A rule whose check is done at once. */
interface FlagRule<O extends object> extends Rule<O> {
  check(context: RuleContext<O>): Iterable<Problem>
}

/** Of so many sentences of real documents, one may be taken for a flag: whoever is told a wrong one listens no more. */
const rarity = 20_000

/** What is asked, wished, possible or told as a story says nothing of the design. */
const hedged =
  /[?]|\b(?:would|could|might|imagine|suppose|previously|formerly|rejected|alternatives?|proposals?|let['’]s|e\.g|i|i['’]\w{1,3}|please|you|your)\b|:\s*$/i

/**
 * Define a rule for a red flag that the model knows as well.
 *
 * @param kind what the model calls it
 * @param sounds what a sentence like that sounds like, and why that matters: the end of a sentence
 * @param isAbout whether a sentence can be about it at all, whatever it sounds like
 */
export const withOpinion =
  (kind: Kind, sounds: string, isAbout: (sentence: Opinion) => boolean = () => true) =>
  <O extends object = object>(rule: FlagRule<O>): Rule<O> => ({
    ...rule,
    *check(context) {
      let isSilent = true
      for (const problem of rule.check(context)) {
        isSilent = false
        yield problem
      }
      if (!isSilent || isFreeForm(context.type) || !isJudged(context)) return
      const opinion = findOpinion(factsOf(context.document), kind, isAbout)
      if (opinion) yield { start: opinion.start, end: opinion.end, reason: `This sounds like ${sounds}` }
    },
  })

/** What a thing is and not what it does: `The global view of all servers for one datacenter.` */
const definition =
  /^(?:an?|the) (?:[\w-]{1,20} ){0,3}(?:view|list|map|set|group|copy|number|table|index|snapshot|history|collection|name)s? of\b/i

/** A cell that lists five things or more; a row with code is of an interface, whose fields are no tasks. */
const listing = /[^,|]{2,80}(?:,[^,|]{2,80}){4}/

/** Another row of a table is no sentence, and a section on security tells what people may do and not what a part does. */
const isSentence = (facts: Facts, block: Block): boolean =>
  (block.kind === 'text' || (listing.test(block.text) && !block.text.includes('`'))) &&
  !facts.sectionOf(block)?.heading.scan.concepts.has('securityHeading')

/** The surest of those that are not hedged. */
function findOpinion(facts: Facts, kind: Kind, isAbout: (sentence: Opinion) => boolean): Opinion | undefined {
  const [surest] = opinionsOn(facts, kind, leastScore(kind, rarity))
    .filter(
      (sentence) =>
        isSentence(facts, sentence.block) &&
        isAbout(sentence) &&
        !hedged.test(sentence.words) &&
        !definition.test(sentence.words),
    )
    .toSorted((a, b) => b.score - a.score)
  return surest
}
