/** Gives a red flag a second opinion: where its rule knows no phrase of a document, a sentence may still sound like the flag. */
import type { Problem, Rule, RuleContext } from '../../core/lint/rule.ts'
import { isFreeForm } from '../../core/template/guessedType.ts'
import type { Kind } from '../opinion/model.ts'
import { leastScore, type Opinion, opinionsOn } from '../opinion/opinion.ts'
import { explain } from '../opinion/score.ts'
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
 */
export const withOpinion =
  (kind: Kind, sounds: string) =>
  <O extends object = object>(rule: FlagRule<O>): Rule<O> => ({
    ...rule,
    *check(context) {
      let isSilent = true
      for (const problem of rule.check(context)) {
        isSilent = false
        yield problem
      }
      if (!isSilent || isFreeForm(context.type) || !isJudged(context)) return
      const opinion = findOpinion(factsOf(context.document), kind)
      if (opinion) yield problemOf(opinion, kind, sounds)
    },
  })

/** The surest of those that are not hedged. */
function findOpinion(facts: Facts, kind: Kind): Opinion | undefined {
  const [surest] = opinionsOn(facts, kind, leastScore(kind, rarity))
    .filter(({ words }) => !hedged.test(words))
    .toSorted((a, b) => b.score - a.score)
  return surest
}

function problemOf({ start, end, words }: Opinion, kind: Kind, sounds: string): Problem {
  const carriers = explain(words, kind)
    .slice(0, mostCarriers)
    .toSorted((a, b) => a.start - b.start)
    .map(({ word }) => `\`${word}\``)
  return { start, end, reason: `${carriers.join(', ')} here sound like ${sounds}` }
}

/** How many words are named that made it sound so. */
const mostCarriers = 4
