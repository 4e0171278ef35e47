/** Reads the amount of money that a line or cell states. */

import type { Range } from '../../core/text/range.ts'
import { continentalHeading, currencyInHeading, currencyWord } from '../prose/currencies.ts'
import { periodNamed, secondsOf } from './measures.ts'
import type { WrittenNumber } from './numbers.ts'
import { type Quantity, readAmount, readQuantity } from './quantities.ts'

/** An amount of money in a text; offsets are relative to that text. */
export interface Amount extends Range {
  readonly number: WrittenNumber
  /** The factor to multiply the number by, including -1 for a negative amount. */
  readonly scale: number
  /** Absent for a bare number in a column that names no currency. */
  readonly currency?: string
  /** The period it is for, in seconds; absent if none is stated. */
  readonly period?: number
  readonly isLoose: boolean
}

/** What a line or cell says about money: one amount, nothing at all, or something that cannot be read. */
export type Statement = Amount | 'nothing' | 'unknown'

/** Words that mark an amount as not simply one of those to add up. */
const specialWords =
  /\b(?:discounts?|credits?|savings?|saves?|rebates?|refunds?|one[- ]?(?:time|off)|once|up-?front|set-?up|initial|optional(?:ly)?|alternativ\w*|instead|or|if|less|limit|budget|cap|revenue|income|tbd|tba|todo|unknown|varies|vary|depends|pending)\b|\?|[≤≥<>→⇒]/i

/** Words before an amount that make it a bound. */
const boundWord =
  /(?:\b(?:up to|at most|at least|from|starting|over|under|below|above|than|max\.?|min\.?|maximum|minimum|between))[~ ]*$/i

/** The one amount of money in a line, such as `S3: 500 GB × $0.10 = $50/month`. */
export function readStatement(text: string): Statement {
  const outside = blankBrackets(text)
  const found = moneyIn(outside)
  const all = found.length > 0 ? found : moneyIn(text)
  if (all.length === 0)
    return /[$€£¥₹]\s?\d|\d\s?[€£¥₹]|\b(?:tbd|tba|todo|unknown)\b|\?\?/i.test(text) ? 'unknown' : 'nothing'
  const relation = Math.max(outside.lastIndexOf('='), outside.lastIndexOf('≈'))
  const results = all.filter(({ start }) => start > relation)
  const [quantity, ...more] = results.length > 0 ? results : all
  if (!quantity || more.length > 0 || specialWords.test(outside)) return 'unknown'
  const before = text.slice(0, quantity.start)
  const isFactor =
    /(?:[×*·/÷]|\dx?\sx)[ ~]*$/i.test(before) || /^\s*(?:[×*·÷+–—-]\s*[$€£\d]|x\s*\d)/i.test(text.slice(quantity.end))
  if (isFactor || boundWord.test(before) || isUnitPrice(text, quantity)) return 'unknown'
  return toAmount(text, quantity, outside)
}

/** The amount in a table cell; in a column of money, a number needs no currency sign. */
export function readCell(text: string, header: string): Statement {
  const start = /^\s*[~≈]?\s*/.exec(text)?.[0].length ?? 0
  const quantity = isMoneyHeader(header)
    ? ((continentalHeading.test(header) ? readAmount(text, start, true) : undefined) ?? readQuantity(text, start))
    : undefined
  if (quantity && !quantity.currency && text.slice(quantity.end).trim() === '') {
    const isPlain =
      quantity.data.length === 0 && quantity.labels.length === 0 && !quantity.isPercent && quantity.time <= 0
    return isPlain ? toAmount(text, quantity, header) : 'unknown'
  }
  const statement = readStatement(text)
  if (statement !== 'nothing' && statement !== 'unknown' && statement.period === undefined)
    return { ...statement, ...periodIn(header) }
  return statement === 'nothing' && /\d/.test(text) && isMoneyHeader(header) ? 'unknown' : statement
}

const isMoneyHeader = (header: string): boolean => currencyInHeading.test(header) || moneyWord.test(header)

const moneyWord = /\b(?:costs?|price|amount|spend|kosten|betrag|preis)\b|费用|成本|金额|价格|预算/i

/** The amounts of money in a text, in order. */
export function moneyIn(text: string): readonly Quantity[] {
  if (!/\d/.test(text) || !currencyWord.test(text)) return []
  const found: Quantity[] = []
  for (let at = 0; at < text.length; ) {
    const length = /^(?:[A-Za-z_][\w.-]*|[\d.,]*\d|\s+)/.exec(text.slice(at, at + 80))?.[0].length ?? 1
    const quantity = /[\d$€£¥₹A-Z]/.test(text.charAt(at)) ? readQuantity(text, at) : undefined
    if (quantity?.currency && !isBehindName(text, quantity)) found.push(quantity)
    at = quantity ? quantity.end : at + length
  }
  return found
}

/** Whether a number with spaces may begin in a name: `Tier 2 380 €`. */
const isBehindName = (text: string, { number: { start, end } }: Quantity): boolean =>
  /[ \u00a0\u202f]/.test(text.slice(start, end)) && /\p{L} $/u.test(text.slice(Math.max(0, start - 2), start))

/** Unit prices, such as `$0.02/GB` or `$20 per user`, do not add up. */
const isUnitPrice = (text: string, { number, end, data }: Quantity): boolean =>
  data.length > 0 ||
  Array.from(
    text.slice(number.end, end + 24).matchAll(/(?:\/ ?|\bper )(\w+)/gi),
    ([, unit = '']) => secondsOf(unit) === undefined,
  ).includes(true)

function toAmount(text: string, quantity: Quantity, context: string): Amount {
  const { number, start, end, scale, currency, time, seconds } = quantity
  const before = text.slice(0, start)
  const isNegative = /(?:^|[\s:|])[-−][ ~]?$/.test(before) && !/[:\w]\s+-\s$/.test(before)
  return {
    number,
    start,
    end,
    scale: isNegative ? -scale : scale,
    isLoose: /(?:[~≈]|\b(?:about|approx\.?|approximately|roughly|around|circa|ca\.?))\s*$/i.test(before),
    ...(currency && { currency }),
    ...(time === -1 ? { period: 1 / seconds } : periodIn(context)),
  }
}

/** The period named by words such as `monthly` or `per year`; empty if there is none, or more than one. */
function periodIn(text: string): { readonly period?: number } {
  const periods = new Set(
    Array.from(
      text.matchAll(/\b(?:(?:per |an? |each |every )(\w+)|(\w+ly|annual))\b|\/ ?(\w+)/gi),
      ([, span = '', adverb = '', short = '']) => secondsOf(span || short) ?? periodNamed(adverb),
    ).filter((period) => period !== undefined),
  )
  const [period, ...more] = periods
  return period !== undefined && more.length === 0 ? { period } : {}
}

/** Replaces text in parentheses by spaces, which keeps all offsets. */
export const blankBrackets = (text: string): string =>
  text.replace(/\([^()]{0,300}\)/g, (inside) => ' '.repeat(inside.length))
