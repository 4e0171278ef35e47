/** Judges whether a design estimates its cost, in money or resources. */

import type { DocumentModel } from '../core/document/document.ts'
import type { Block } from '../reading/prose/blocks.ts'
import {
  blocksOf,
  type Facts,
  factsOf,
  haveNear,
  placeOf,
  proseOf,
  proseWith,
  sectionFactsAbout,
} from '../reading/prose/facts.ts'
import { isElsewhere, isUnder } from '../reading/prose/mentions.ts'
import type { Quantity } from '../reading/prose/scan.ts'
import { tablesOf } from '../reading/sections/tables.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether the document estimates what the design costs, in money or resources. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const prose = proseOf(facts)
  const amounts = prose.filter((block) => hasMoney(block) && !isOfBusiness(facts, block))
  const money = amounts.find((block) => !isCeiling(facts, block) && !isElsewhere(facts, block))
  if (money) return judgement('met', 'Costs are stated in money.', money)
  const figure =
    proseWith(facts, 'cost', 'resourceUse').find(isMeasured) ??
    findInSection(facts) ??
    tablesOf(facts).find(({ subjects, rows }) => subjects.has('costs') && rows > 0)
  if (figure) return judgement('met', 'Resources are stated with figures.', figure)
  const other = amounts.find((block) => isElsewhere(facts, block))
  if (other) return judgement('partial', 'Costs are stated, but not those of the design.', other)
  if (amounts[0]) return judgement('partial', 'A budget is stated, but not what the design costs.', amounts[0])
  const mentions = proseWith(facts, 'cost', 'resourceUse')
  const mention = mentions[0] ?? findDrawback(facts) ?? findCheap(facts)
  if (!mention) return judgement('missing', 'The document does not say what the design costs to build or run.')
  const sized = mentions.length >= 4 ? proseWith(facts, 'resource').find(hasAmount) : undefined
  if (sized) return judgement('met', 'Costs are discussed, with figures for resources.', sized)
  return judgement(
    'partial',
    'Cost is mentioned without figures.',
    placeOf(mention, 'cost', 'resourceUse', 'burden', 'cheap'),
  )
}

const hasMoney = ({ scan }: Block): boolean => scan.quantities.some(({ kind }) => kind === 'money')

/**
 * Whether amounts are those of users or customers: the vocabulary says so of words in the same clause, or they are in
 * yuan, which in Chinese designs mostly are. Never in a text or under a heading on costs, nor with a period.
 */
function isOfBusiness(facts: Facts, block: Block): boolean {
  const { scan, text } = block
  if (scan.concepts.has('cost') || scan.concepts.has('resourceUse') || isUnder(facts, block, 'costHeading'))
    return false
  if (
    tablesOf(facts).some(
      ({ start, end, subjects }) => block.start > start && block.start < end && subjects.has('costs'),
    )
  )
    return false
  const amounts = scan.quantities.filter(({ kind }) => kind === 'money')
  const isYuan = ({ start, end }: Quantity) => text.slice(start, end).endsWith('元')
  const isNamed = (amount: Quantity) =>
    scan.exceptions.some(({ concept, ...hit }) => concept === 'cost' && isSameClause(text, hit, amount))
  return (
    amounts.every((amount) => isYuan(amount) || isNamed(amount)) &&
    !amounts.some(
      ({ start, end }) =>
        period.test(text.slice(end, end + 24)) || periodBefore.test(text.slice(Math.max(0, start - 12), start)),
    )
  )
}

/** Whether nothing between two places ends a clause, and there are at most 60 characters. */
function isSameClause(
  text: string,
  one: Pick<Quantity, 'start' | 'end'>,
  other: Pick<Quantity, 'start' | 'end'>,
): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  const between = text.slice(first.end, Math.max(first.end, second.start))
  return between.length <= 60 && !/[.;:!?]\s|[。；：！？]/.test(between)
}

const period =
  /^ ?(?:\/|每)|^.{0,3}[月年]|^ ?(?:per|a|an|each|every|pro|im|je) ?(?:month|year|week|day|hour|monat|jahr|woche|tag|stunde)|^ ?(?:monthly|yearly|annually|monatlich|jährlich)/i
const periodBefore = /每[月年]|[月年]租|月均|年化/

/** Whether an amount is a limit: it is in the requirements, or in a sentence on what must not be exceeded. */
function isCeiling(facts: Facts, block: Block): boolean {
  for (let section = facts.sectionOf(block); section && !section.isTitle; section = section.parent) {
    const { concepts } = section.heading.scan
    if (concepts.has('costHeading')) return false
    if (concepts.has('aimHeading')) return true
  }
  const { hits, quantities } = block.scan
  const demands = hits.filter(({ concept }) => concept === 'modal' || concept === 'requirement' || concept === 'limit')
  return quantities
    .filter(({ kind }) => kind === 'money')
    .every((amount, index, amounts) => {
      const before = amounts[index - 1]?.end ?? 0
      return demands.some(
        ({ start, end }) =>
          start >= before && isShortlyBefore(block.text, Math.min(end, Math.max(start, amount.start)), amount.start),
      )
    })
}

/** Whether an amount follows a word in the same sentence, within 80 characters. */
const isShortlyBefore = (text: string, end: number, start: number): boolean =>
  start >= end && start - end <= 80 && !/[.;!?]\s|[。；！？]/.test(text.slice(end, start))

/** A figure for resources in a section on costs. */
const findInSection = (facts: Facts): Block | undefined =>
  sectionFactsAbout(facts, 'costHeading')
    .flatMap((section) => blocksOf(facts, section))
    .find((block) => block.kind !== 'code' && hasAmount(block))

/** Something called expensive or cheap in at least two blocks; a single one is usually about something else. */
function findCheap(facts: Facts): Block | undefined {
  const blocks = proseWith(facts, 'cheap')
  return blocks.length >= 2 ? blocks[0] : undefined
}

/** Performance or complexity, listed as a drawback. */
const findDrawback = (facts: Facts): Block | undefined =>
  sectionFactsAbout(facts, 'drawbackHeading')
    .flatMap((section) => blocksOf(facts, section))
    .find(({ kind, scan }) => kind !== 'code' && scan.concepts.has('burden'))

const hasAmount = ({ scan }: Block): boolean =>
  scan.quantities.some(({ kind }) => kind === 'bytes' || kind === 'cpu' || kind === 'people')

/** Whether a word for cost or resource use has a figure within 100 characters. */
function isMeasured({ scan }: Block): boolean {
  const words = scan.hits.filter(({ concept }) => concept === 'cost' || concept === 'resourceUse')
  if (words.length === 0) return false
  const figures = scan.quantities.filter(
    ({ kind }) => kind === 'bytes' || kind === 'cpu' || kind === 'percent' || kind === 'people',
  )
  return haveNear(words, figures, 100)
}
