/**
 * Require a decision to name one of the options that were considered.
 *
 * ## Why
 *
 * Who looks up a decision wants to know which of the options it was. A decision that uses another name, or none, leaves
 * readers guessing, and a search for the option does not find it.
 *
 * ## Examples
 *
 * ```md ok type=adr-madr
 * # Use a queue
 *
 * ## Considered Options
 *
 * - Message queue
 * - Direct calls
 *
 * ## Decision Outcome
 *
 * Chosen option: "Message queue", because orders survive an outage of the warehouse.
 * ```
 *
 * ```md bad type=adr-madr
 * # Use a queue
 *
 * ## Considered Options
 *
 * - Message queue
 * - Direct calls
 *
 * ## Decision Outcome
 *
 * Chosen option: "Mesage queue", because orders survive an outage of the warehouse.
 * ```
 *
 * ```text messages
 * 10:17-10:29: `Mesage queue` is not among the options `Message queue` and `Direct calls`
 * ```
 *
 * ```md fixed
 * # Use a queue
 *
 * ## Considered Options
 *
 * - Message queue
 * - Direct calls
 *
 * ## Decision Outcome
 *
 * Chosen option: "Message queue", because orders survive an outage of the warehouse.
 * ```
 */
import { type DecisionOption, readOptions } from '../core/decisions/options.ts'
import { isDecisionType } from '../core/decisions/record.ts'
import { titleKey } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listOf } from './util/listOf.ts'
import { nearest } from './util/nearest.ts'

export default defineRule({
  id: 'chosen-option',
  category: 'decision',
  description: 'Require a decision to name one of the options that were considered',
  severity: 'warning',
  *check({ document, type }) {
    if (!isDecisionType(type)) return
    const { options, sections, holdsChoice } = readOptions(document)
    const decision = document.sections.find(({ key }) => decisionTitle.test(key))
    if (!decision || !holdsChoice || options.length < 2 || sections.includes(decision)) return
    const { end } = document.rangeOf(decision.heading)
    const text = document.prose.slice(end, decision.end)
    const words = new Set(wordsOf(text))
    if (words.size === 0 || /^\s*\[[^\]]*\]\s*$/.test(text)) return
    const names = options.map((option) => option.name.slice(0, 60))
    const [whole, before = '', name = ''] = /(chosen option:?\s*\**["“'`]?)([^"”'`\n*.,]{2,100})/i.exec(text) ?? []
    if (whole === undefined) {
      if (!options.some((option) => isNamed(option, words)))
        yield {
          ...document.rangeOf(decision.heading),
          reason: `\`${decision.title}\` names no option: which was chosen, ${listOf(names, 'or')}?`,
        }
      return
    }
    if (/[[\]{}<>]/.test(name) || options.some((option) => isSame(option.name, name))) return
    const start = end + text.indexOf(whole) + before.length
    const place = { start, end: start + name.trimEnd().length }
    const likely = nearest(
      name,
      options.map((option) => option.name),
    )
    yield {
      ...place,
      reason: `\`${name.trim()}\` is not among the options ${listOf(names)}`,
      ...(likely && {
        fixes: [{ title: `Change to "${likely}"`, edits: [{ ...place, newText: likely }], isPreferred: true }],
      }),
    }
  },
})

const decisionTitle =
  /^(?:decisions?|decision outcome|outcome|our decision|decision made|resolution|chosen option|conclusion)$/

const wordsOf = (text: string): readonly string[] =>
  titleKey(text.slice(0, 20_000))
    .split(' ')
    .filter((word) => word.length > 1 && !filling.has(word))
    // `queues` is `queue`, `polling` is `poll`.
    .map((word) => word.replace(/(?:ing|ed|es|s)$/, ''))

const filling = new Set(
  'a an and any as at by do for from in into is it no not of off on one only or our own so that the to up use using via we will with'.split(
    ' ',
  ),
)

/** Half of its words are enough: authors shorten. */
function isNamed({ name }: DecisionOption, words: ReadonlySet<string>): boolean {
  const own = wordsOf(name)
  return own.length === 0 || own.filter((word) => words.has(word)).length * 2 >= own.length
}

/** One may say more than the other: `PostgreSQL`, `PostgreSQL, managed`. */
function isSame(a: string, b: string): boolean {
  const [few = [], many = []] = [wordsOf(a), wordsOf(b)].toSorted((one, other) => one.length - other.length)
  return few.every((word) => many.includes(word))
}
