/** Finds totals that are not the sum of their items. */

import { remember } from '../../core/data/remember.ts'
import { currencyCodes } from '../prose/currencies.ts'
import type { Passage, TablePassages } from '../prose/passages.ts'
import { type Amount, blankBrackets, moneyIn, readCell, readStatement, type Statement } from './amounts.ts'
import { agrees, type Tolerance } from './numbers.ts'
import { isBold, isSubtotalName, withoutSums } from './subtotals.ts'

/** A line in a list of amounts, or a cell in a column of amounts. */
export interface Entry {
  readonly kind: 'item' | 'total' | 'barrier'
  readonly statement: Statement
  /** The passage that the amount's offsets are relative to; undefined for a barrier or a missing cell. */
  readonly origin: Passage | undefined
  /** Whether it sums up everything before it, not only the last group. */
  readonly isGrand: boolean
  /** Whether an item is named like a sum of others. */
  readonly isSubtotal?: boolean
  readonly isBold?: boolean
}

/** A total that does not equal the sum of its parts. */
export interface WrongTotal {
  readonly total: PlacedAmount
  /** In the currency and period of the total. */
  readonly sum: number
  readonly parts: readonly PlacedAmount[]
}

export interface PlacedAmount {
  readonly amount: Amount
  /** The passage that the amount's offsets are relative to. */
  readonly origin: Passage
  readonly isBold?: boolean
}

const totalLabel =
  /^[^\p{L}\d$€£]{0,8}(?:(?:estimated|grand|overall|monthly|annual|yearly|approximate|the|combined|running|project(?:ed)?|expected|current|sub)[ -]){0,3}(?:(?:sub-?)?totals?|sum|gesamt(?:kosten|summe)?|summe|合计|总计|合計)(?![\p{L}-])/iu

/** Words that a total may contain and still sum up all lines: `Total cost per month`. */
const plainWords =
  /^(?:(?:of|all|the|above|estimated|monthly|annual|yearly|costs?|spend|spending|price|amount|bill|estimate|expenses|infra|infrastructure|cloud|hosting|running|operational|operating|per|a|month|year|day|hour|mo|yr|about|approx|approximately|roughly|around|is|in|for|production|prod)\b|[^\p{L}\d$€£(])*$/iu

const isPlainText = (text: string): boolean => plainWords.test(text.replace(currencyCodes, ''))

/** Reads a line of a list, code block or paragraph. */
export function readLine(origin: Passage): Entry {
  const { text } = origin
  const label = totalLabel.exec(text)
  const entry = { origin, isGrand: /\b(?:grand|overall)\b/i.test(label?.[0] ?? '') }
  if (!label) {
    const statement = isOpen.test(text) ? 'unknown' : readStatement(text)
    const name = typeof statement === 'object' ? text.slice(0, statement.start) : ''
    return { ...entry, kind: 'item', statement, isSubtotal: isSubtotalName(name), isBold: isBold(origin) }
  }
  return { ...entry, kind: 'total', statement: readTotal(text, label[0].length) }
}

/** The amount of a total; `unknown` if other words or numbers show that it includes something else. */
function readTotal(text: string, from: number): Statement {
  const outside = blankBrackets(text)
  const statement = readStatement(outside)
  if (statement === 'unknown' || statement === 'nothing') return 'unknown'
  const rest = outside.slice(statement.end).replace(/\bfor [\d.,]+[kKM]? ?(?:users|customers|orders|requests)\b/, '')
  const brackets = text.replace(/[^()]*(\([^()]{0,300}\))?/g, '$1')
  const isPlain =
    isPlainText(outside.slice(from, statement.start).replace(/[$€£]|US\$/g, '')) &&
    /^[^\d%×+*?]*$/.test(rest) &&
    !modifiers.test(rest + brackets) &&
    (!/\d/.test(brackets) || moneyIn(brackets).length > 0)
  return isPlain ? statement : 'unknown'
}

const modifiers =
  /\b(?:with|without|incl\w*|excl\w*|after|before|plus|minus|tax|vat|buffer|contingency|margin|reserved?|discount\w*|rounded|each|per (?!month|year|day|hour|mo\b|yr)\w+|least|first|only)\b/i

/** The columns of a table as lists of amounts; empty for a table without a total. */
export const columnsOf = remember(({ rows: [head = [], ...rows] }: TablePassages): readonly (readonly Entry[])[] => {
  const labels = rows.map((row) =>
    row
      .slice(0, 2)
      .map(({ text }) => totalLabel.exec(text.trimStart())?.[0])
      .find(Boolean),
  )
  if (!labels.some(Boolean)) return []
  return head
    .slice(1)
    .map(({ text }, index) => rows.map((row, i) => readAmountIn(row, index + 1, { header: text, label: labels[i] })))
})

type Wording = { readonly header: string; readonly label: string | undefined }

function readAmountIn(row: readonly Passage[], column: number, { header, label }: Wording): Entry {
  const cell = row[column]
  const name = row[0]?.text ?? ''
  const statement = cell ? readCell(cell.text, header) : 'nothing'
  const isPlain = row.slice(0, column).every(({ text }) => !modifiers.test(text)) && isPlainText(restOf(row, label))
  const isSpecial = !label && typeof statement === 'object' && special.test(name)
  return {
    kind: label ? 'total' : 'item',
    statement: (label && !isPlain) || isSpecial || isOpen.test(cell?.text ?? '') ? 'unknown' : statement,
    origin: cell,
    isGrand: /\b(?:grand|overall)\b/i.test(label ?? ''),
    isSubtotal: !label && isSubtotalName(name),
    isBold: [row[0], cell].some((passage) => passage !== undefined && isBold(passage)),
  }
}

/** An amount still to be filled in: `$X`, `TBD`, `?`. */
const isOpen = /(?:^|[\s:|$€£(])(?:X{1,3}|N{1,3}|\?{1,3}|TBD|TBC|TODO|_{2,9})(?=$|[\s.,;)/|])/

const special = /\b(?:discounts?|credits?|savings?|rebates?|one[- ]?(?:time|off)|optional|revenue|income)\b/i

const restOf = (row: readonly Passage[], label: string | undefined): string =>
  row
    .find(({ text }) => label !== undefined && text.includes(label.trim()))
    ?.text.trimStart()
    .slice(label?.length) ?? ''

interface Tolerances {
  readonly exact: Tolerance
  readonly loose: Tolerance
}

/** The totals in a list of amounts that do not equal the sum of their parts. */
export function* wrongTotals(entries: readonly Entry[], tolerances: Tolerances): Generator<WrongTotal> {
  let since: PlacedAmount[] = []
  let all: PlacedAmount[] = []
  let totals: PlacedAmount[] = []
  let isKnown = true
  for (const { kind, statement, origin, isGrand, isSubtotal = false, isBold = false } of entries) {
    if (kind === 'barrier') {
      since = []
      all = []
      totals = []
      isKnown = true
    } else if (statement === 'unknown') {
      isKnown = false
      if (kind === 'total') since = []
    } else if (statement !== 'nothing' && origin && kind === 'item') {
      const item = { amount: statement, origin, isBold }
      if (!isSubtotal) {
        since.push(item)
        all.push(item)
      } else if (since.length > 0 && isSumOf(item, since, tolerances)) {
        totals.push(item)
        since = []
      } else isKnown = false
    } else if (statement !== 'nothing' && origin) {
      const total = { amount: statement, origin }
      const own = isGrand || since.length < 2 ? [all, since, totals] : [since, all, totals]
      const wrong = isKnown ? judge(total, own, all, tolerances) : undefined
      if (wrong) yield wrong
      // Nobody reads a list with more totals, and each of them costs another pass.
      if (totals.push(total) > 50) return
      since = []
    }
  }
}

/**
 * The problem with a total, if any. It is correct if it is the sum of one of the lists (the likeliest first), or of all
 * amounts without those that are themselves sums.
 */
function judge(
  total: PlacedAmount,
  lists: readonly (readonly PlacedAmount[])[],
  all: readonly PlacedAmount[],
  tolerances: Tolerances,
): WrongTotal | undefined {
  const best = lists.find((parts) => parts.length > 1 && sumOfPlaced(parts, total) !== undefined)
  if (!best || lists.some((parts) => isSumOf(total, parts, tolerances))) return undefined
  const once = withoutSums(all, (sum, parts) => isSumOf(sum, parts, tolerances))
  if (once.some((parts) => isSumOf(total, parts, tolerances))) return undefined
  // An amount may equal the sum of its neighbours by chance, unless it is set off in bold.
  const isMarked = all.some((item) => item.isBold) && !all.every((item) => item.isBold)
  const parts = once.find((left) => isMarked && all.every((item) => item.isBold || left.includes(item))) ?? best
  const sum = sumOfPlaced(parts, total)
  return sum === undefined ? undefined : { total, sum, parts }
}

const sumOfPlaced = (parts: readonly PlacedAmount[], total: PlacedAmount): number | undefined =>
  sumOf(
    parts.map(({ amount }) => amount),
    total.amount,
  )

function isSumOf(total: PlacedAmount, parts: readonly PlacedAmount[], tolerances: Tolerances): boolean {
  const sum = parts.length > 0 ? sumOfPlaced(parts, total) : undefined
  const amounts = parts.map(({ amount }) => amount)
  return sum !== undefined && fits(total.amount, sum, amounts, tolerances)
}

/** The sum of amounts in the currency and period of a total; undefined if they cannot be added. */
function sumOf(amounts: readonly Amount[], total: Amount): number | undefined {
  let sum = 0
  const periods = new Set(amounts.flatMap(({ period }) => period ?? []))
  for (const { number, scale, currency, period } of amounts) {
    if (currency !== total.currency) return undefined
    if (total.period === undefined && periods.size > 1) return undefined
    const isSame = period === undefined || total.period === undefined
    sum += number.value * scale * (isSame ? 1 : ratioOf(total.period, period))
  }
  return sum
}

/** The number of short periods in a long one; a year has twelve months. */
function ratioOf(long: number, short: number): number {
  if (long === short) return 1
  if (long < short) return 1 / ratioOf(short, long)
  return long > 300 * 86_400 && short > 20 * 86_400 ? Math.round(long / short) : long / short
}

function fits(total: Amount, sum: number, parts: readonly Amount[], { exact, loose }: Tolerances): boolean {
  const isLoose = total.isLoose || parts.some((part) => part.isLoose)
  const { number, scale } = total
  const expected = sum / scale
  const isConverted = parts.some(({ period }) => period !== undefined && period !== total.period)
  const tolerance = isLoose ? loose : exact
  // Parts may be rounded to the same place as the total, which can add up to a difference of one there.
  const place = Number.isInteger(number.value) ? 1 : 0.01
  return (
    Math.abs(number.value - expected) <= (scale === 1 ? place : number.step) * 1.001 ||
    agrees(number, expected, {
      ...tolerance,
      share: isConverted ? Math.max(tolerance.share, 0.04) : tolerance.share,
    }) ||
    // A yearly total below monthly amounts, where only the total states its period.
    [12, 52, 365].some((factor) => total.period !== undefined && agrees(number, expected * factor, tolerance))
  )
}
