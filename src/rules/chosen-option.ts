/**
 * Require a decision to name one of the options that were considered.
 *
 * ## Why
 *
 * Readers who look up a decision want to know which option was chosen. A decision that uses another name, or none,
 * leaves them guessing, and searching for the option does not find it.
 *
 * An option may be named in a sentence, by its number or letter, or be marked as *(chosen)* where it is listed.
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
 * Chosen option: After a week of tests with both, we take the message queue.
 * ```
 *
 * ```md ok type=adr-madr
 * # Use a queue
 *
 * ## Considered Options
 *
 * - Transport
 *   - Message queue
 *   - Direct calls
 * - Format
 *   - JSON
 *
 * ## Decision Outcome
 *
 * Chosen option: "Message queue" with JSON, because orders survive an outage of the warehouse.
 * ```
 *
 * ```md ok type=adr-madr
 * # Use a queue
 *
 * ## Considered Options
 *
 * 1. Message queue
 * 2. Direct calls
 *
 * ## Decision: what we do this year
 *
 * We take option 1. Orders then survive an outage of the warehouse.
 * ```
 *
 * ```md ok type=adr-madr
 * # Use a queue
 *
 * ## Considered Options
 *
 * ### Option A: Message queue (chosen)
 *
 * ### Option B: Direct calls
 *
 * ## Decision Outcome
 *
 * Orders then survive an outage of the warehouse.
 * ```
 *
 * ```md bad type=adr-madr
 * # Eine Warteschlange verwenden
 *
 * ## Betrachtete Optionen
 *
 * - Warteschlange
 * - Direkte Aufrufe
 *
 * ## Ergebnis der Entscheidung
 *
 * Gewählte Option: „Warteschlage“, weil Bestellungen einen Ausfall des Lagers überstehen.
 * ```
 *
 * ```text messages
 * 10:19-10:31: `Warteschlage` is not one of the options `Warteschlange` and `Direkte Aufrufe`
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
 * 10:17-10:29: `Mesage queue` is not one of the options `Message queue` and `Direct calls`
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
import { countersIn, readOptionName } from '../core/decisions/optionName.ts'
import { type DecisionOption, decisionsOf, readOptions } from '../core/decisions/options.ts'
import { isDecisionType } from '../core/decisions/record.ts'
import { type Section, titleKey } from '../core/document/document.ts'
import { isForeign, usesHan } from '../core/document/language.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { nearest } from '../core/text/nearest.ts'
import { withoutEnd } from '../core/text/withoutEnd.ts'

export default defineRule({
  id: 'chosen-option',
  category: 'decision',
  description: 'Require a decision to name one of the options that were considered',
  severity: 'warning',
  *check({ document, type }) {
    if (!isDecisionType(type)) return
    const { options, sections, holdsChoice } = readOptions(document)
    if (!holdsChoice || options.length < 2 || options.some(({ isChosen }) => isChosen)) return
    const decisions = decisionsOf(document).filter((section) => !sections.some((each) => isWithin(each, section)))
    const told = decisions.map((section) => {
      const { end } = document.rangeOf(section.heading)
      return { section, end, text: document.prose.slice(end, section.end) }
    })
    // Nothing is written yet, or only the template's text.
    if (told.length === 0 || told.some(({ text }) => wordsOf(text).length === 0 || /^\s*\[[^\]]*\]\s*$/.test(text)))
      return
    const names = options.map((option) => option.name.slice(0, 60))
    const named = told.map((each) => ({ ...each, choice: choiceIn(each.text) }))
    const wrong = named.find(
      ({ choice }) =>
        choice &&
        !isOneOf(choice.name, options) &&
        !isListedBelow(choice.name, options) &&
        !(choice.isSentence && isAnyNamed(choice.rest, options)),
    )
    if (wrong?.choice) {
      const start = wrong.end + wrong.choice.at
      const place = { start, end: start + wrong.choice.name.length }
      const likely = nearest(
        wrong.choice.name,
        options.map((option) => option.name),
      )
      yield {
        ...place,
        reason: `\`${wrong.choice.name}\` is not one of the options ${listedNames(names)}`,
        ...(likely && {
          fixes: [{ title: `Change to "${likely}"`, edits: [{ ...place, newText: likely }], isPreferred: true }],
        }),
      }
      return
    }
    const [first] = told
    if (
      !first ||
      named.some(({ choice }) => choice) ||
      told.some(({ section, text }) => isAnyNamed(`${section.title}\n${text}`, options))
    )
      return
    // In other languages, names may be inflected, or words not separated by spaces.
    if (isForeign(document.prose) || usesHan(document)) return
    yield {
      ...document.rangeOf(first.section.heading),
      reason: `\`${first.section.title}\` does not name an option: which was chosen, ${listedNames(names, 'or')}?`,
    }
  },
})

const isWithin = (outer: Section, inner: Section): boolean => outer === inner || inner.parent === outer

interface Choice {
  readonly name: string
  /** Its UTF-16 offset in the text. */
  readonly at: number
  /** Whether it is not a name but how a sentence begins that may name an option: `After a week of tests`. */
  readonly isSentence?: true
  /** What follows up to the end of the paragraph. */
  readonly rest: string
}

/**
 * The choice in `Chosen option: "Message queue", because …`: in quotes or emphasis, or else the words before the
 * reason.
 */
function choiceIn(text: string): Choice | undefined {
  const match =
    /(?:^|[^#\w ]) *[*_]{0,2}(?:chosen (?:option|alternative|solution)|gewählte (?:option|alternative|lösung)):?[*_]{0,2}:?[ \t]*\r?\n?\s*/im.exec(
      text,
    )
  if (!match) return undefined
  const at = match.index + match[0].length
  const rest = text.slice(at, at + 300).split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? ''
  const quoted = /^([*_]{0,2})(["“„«'`]|\*\*|__)([^"”“»`\n]{2,200}?)(?:["”“»'`](?![\p{L}\p{N}])|\*\*|__)/u.exec(rest)
  if (quoted) {
    const [, before = '', open = '', name = ''] = quoted
    return toChoice(name, at + before.length + open.length, rest)
  }
  const [plain = ''] = rest.split(/\n|,?\s(?:because|since|as|for|due|weil|da)\s|[.,;:](?:\s|$)|\s[–—-]\s|\(/, 1)
  const choice = toChoice(plain, at, rest)
  return choice && opening.test(choice.name) ? { ...choice, isSentence: true } : choice
}

/** How a sentence begins that names its option later. */
const opening =
  /^(?:after|as|at|based|considering|due|following|for|given|in|of|on|since|to|we|with|aufgrund|nach|wir)\s/i

/** Undefined for a placeholder, and for anything that is not a name. */
function toChoice(written: string, at: number, rest: string): Choice | undefined {
  const before = /^[\s*_"“]*/.exec(written)?.[0].length ?? 0
  const name = withoutEnd(written.slice(before), /[\s*_"”]/)
  return name.length < 2 || /[[\]{}<>]/.test(name) ? undefined : { name, at: at + before, rest }
}

const isOneOf = (name: string, options: readonly DecisionOption[]): boolean =>
  isCounted(name, options) || options.some((option) => isSame(option.name, readOptionName(name).name))

/** Whether a name is that of an item below an option, as where options are grouped by what they are for. */
const isListedBelow = (name: string, options: readonly DecisionOption[]): boolean =>
  options.some(({ text }) =>
    text
      .slice(0, 20_000)
      .split('\n')
      .some(
        (line) =>
          item.test(line) && titleKey(line.replace(item, '').split(/[:,(]|\s[–—-]\s/, 1)[0] ?? '') === titleKey(name),
      ),
  )

const item = /^\s*(?:[-*+]|\d{1,2}[.)])\s+/

/** Whether a text refers to options by number or letter. */
const isCounted = (text: string, options: readonly DecisionOption[]): boolean =>
  countersIn(text).some(
    (counter) =>
      counter === 'last' ||
      options.some((option, index) => (option.counter ?? String(index + 1)) === counter) ||
      // A letter counts by its position, whatever the list itself counts with.
      (/^[a-z]$/.test(counter) && counter.charCodeAt(0) - 97 < options.length),
  )

function isAnyNamed(text: string, options: readonly DecisionOption[]): boolean {
  const words = new Set(wordsOf(text))
  return options.some((option) => isNamed(option, words)) || isCounted(text, options)
}

const wordsOf = (text: string): readonly string[] =>
  titleKey(text.slice(0, 20_000))
    .split(' ')
    .filter((word) => word.length > 1 && !filling.has(word))
    // `queues` equals `queue`, `polling` equals `poll`.
    .map((word) => word.replace(/(?:ing|ed|es|s|e)$/, ''))

const filling = new Set(
  'a an and any as at by do for from in into is it no not of off on one only or our own so that the to up use using via we will with'.split(
    ' ',
  ),
)

/** Whether a text contains at least half the words of an option's name, which authors tend to shorten. */
function isNamed({ name }: DecisionOption, words: ReadonlySet<string>): boolean {
  const own = wordsOf(name)
  return own.length === 0 || own.filter((word) => words.has(word)).length * 2 >= own.length
}

/** Whether two names are the same, although one may say more: `PostgreSQL`, `PostgreSQL, managed`. */
function isSame(a: string, b: string): boolean {
  const [few = [], many = []] = [wordsOf(a), wordsOf(b)].toSorted((one, other) => one.length - other.length)
  return few.every((word) => many.includes(word))
}
