/** Reads a number with its unit, such as `50M requests/day` or `$0.02/GB`. */

import type { Range } from '../../core/text/range.ts'
import { currencyBefore, currencyNamed, isContinental } from '../prose/currencies.ts'
import { type ByteUnit, byteUnitOf, periodNamed, scalesByName, secondsOf } from './measures.ts'
import { readContinental, readNumber, type WrittenNumber } from './numbers.ts'

/** A number and what it counts: `50M requests/day`, `2 KB`, `$0.02/GB`, `99.9 %`. */
export interface Quantity extends Range {
  readonly number: WrittenNumber
  /** The factor to multiply the number by: 1000 for `k`, 1e-6 for `per million`. */
  readonly scale: number
  /** Units of data with their exponents, 1 or -1. */
  readonly data: readonly (readonly [ByteUnit, 1 | -1])[]
  /** The exponent of time, -1 for a rate, and the unit of time in seconds, to that power. */
  readonly time: number
  readonly seconds: number
  /** Whether it contains a month or year, which have no fixed length. */
  readonly isCalendar: boolean
  /** `USD`, `EUR` …; absent if it is not an amount of money. */
  readonly currency?: string
  readonly isPercent: boolean
  /** Whether it is preceded by `~` or the like. */
  readonly isLoose: boolean
  /** Whether it is followed by a `B`, which may mean bytes or a billion. */
  readonly isBillionOrBytes: boolean
  /** Other words of the unit, in lower case. */
  readonly labels: readonly string[]
}

/** Words that cannot be part of a unit, and so end it. */
const enders = new Set(
  'a an and or is are was be in on at for of to from by the with without after before as than then that this if when while plus minus times divided so gives which we i.e e.g at least most up over under about around approx approximately roughly circa ca nearly almost only per each every incl including'.split(
    ' ',
  ),
)

const word = /[A-Za-zµμ][\w'’-]*|US\$|[€£¥₹$](?!\d)|[万亿]?元(?![数素组件])|[万亿年月天日]/y

/** The quantity that begins at an offset; undefined if there is none. Reads at most eight words after the number. */
export function readQuantity(text: string, start: number): Quantity | undefined {
  currencyBefore.lastIndex = start
  const money = currencyBefore.exec(text)?.[0]
  const amount = money === undefined ? readAmount(text, start) : undefined
  if (amount) return amount
  const number =
    (money === undefined ? undefined : readBehind(money, text, start)) ?? readNumber(text, start + (money?.length ?? 0))
  if (!number) return undefined
  const unit = readUnit(text, number.end)
  if (!unit) return undefined
  const currency = currencyNamed(money?.trim() ?? '') ?? unit.currency
  return { number, start, ...unit, isLoose: false, ...(currency && { currency }) }
}

/** A continental number behind its currency: `€ 1.900,00`, `€12,50`. `EUR 1.125` may be a price with three decimals. */
function readBehind(money: string, text: string, start: number): WrittenNumber | undefined {
  if (!isContinental(currencyNamed(money.trim()) ?? '')) return undefined
  const number = readContinental(text, start + money.length)
  return number && /^\d{1,3}[.]\d{3}$/.test(text.slice(number.start, number.end)) ? undefined : number
}

/**
 * An amount whose currency follows, as on the European continent: `2.150 €`, `2 150,50 EUR`. Undefined if there is none.
 *
 * @param isInColumn whether the heading of its column names such a currency, so that none need follow
 */
export function readAmount(text: string, start: number, isInColumn = false): Quantity | undefined {
  const number = readContinental(text, start)
  const unit = number && readUnit(text, number.end)
  return number && unit && (unit.currency ? isContinental(unit.currency) : isInColumn)
    ? { number, start, ...unit, isLoose: false }
    : undefined
}

type Unit = Omit<Quantity, 'number' | 'start' | 'isLoose'>

/** A unit while it is being read: everything but its position may still change. */
interface UnitDraft {
  /** The end of the unit so far, where the next word begins. */
  end: number
  scale: number
  readonly data: [ByteUnit, 1 | -1][]
  readonly labels: string[]
  time: number
  seconds: number
  isCalendar: boolean
  isPercent: boolean
  isBillionOrBytes: boolean
  currency?: string
}

/** What to do with a word: it is part of the unit, the unit ends before it, or it makes the unit unreadable. */
type Step = 'read' | 'over' | 'unclear'

/** The unit after a number. Undefined if it cannot be interpreted. */
function readUnit(text: string, from: number): Unit | undefined {
  const unit: UnitDraft = {
    end: from,
    scale: 1,
    data: [],
    labels: [],
    time: 0,
    seconds: 1,
    isCalendar: false,
    isPercent: false,
    isBillionOrBytes: false,
  }
  for (let words = 0; words < 8; words++) {
    const at = unit.end
    const gap = /^[ \t]*/.exec(text.slice(at, at + 4))?.[0].length ?? 0
    if (words > 0 && gap === 0 && text[at] !== '/' && text[at] !== '(') break
    const per = perAt(text, at)
    if (per === undefined && text[at + gap] === '(') {
      const inner = bracketedAt(text, at + gap)
      if (inner !== undefined) return words > 0 ? undefined : readBracketed(inner, at + gap)
    }
    const step = per === undefined ? readWord(text, unit, { at: at + gap, gap, words }) : readPer(text, unit, per)
    if (step === 'unclear') return undefined
    if (step === 'over') break
  }
  return unit
}

/** The text in parentheses at an offset if it may be a unit: `100 (TB)`. */
const bracketedAt = (text: string, at: number): string | undefined =>
  /^\(([A-Za-z/ ]{1,30})\)/.exec(text.slice(at, at + 32))?.[1]

function readBracketed(inner: string, at: number): Unit | undefined {
  const inside = readUnit(` ${inner}`, 0)
  return inside && inside.end > inner.length ? { ...inside, end: at + inner.length + 2 } : undefined
}

/**
 * Reads the divisor of a quantity.
 * @param from the offset after `/` or `per`
 */
function readPer(text: string, unit: UnitDraft, from: number): Step {
  const counted = readNumber(text, from)
  const name = wordAt(text, counted ? counted.end + (text[counted.end] === ' ' ? 1 : 0) : from)
  if (counted) unit.scale /= counted.value
  const scale = scaleOf(name, counted !== undefined)
  if (scale) unit.scale /= scale
  else if (name) {
    const [head = '', tail] = name.split('-')
    if (!addNamed(unit, head, -1)) unit.labels.push(name.toLowerCase())
    const seconds = tail === undefined ? undefined : secondsOf(tail)
    if (seconds !== undefined) addTime(unit, seconds, -1)
  } else if (!counted) return 'unclear'
  unit.end = counted ? (name ? text.indexOf(name, counted.end) + name.length : counted.end) : from + name.length
  return 'read'
}

interface WordPlace {
  readonly at: number
  /** Number of spaces before it. */
  readonly gap: number
  /** Number of words of the unit before it. */
  readonly words: number
}

/** Reads one word of a unit, or a percent sign. */
function readWord(text: string, unit: UnitDraft, { at, gap, words }: WordPlace): Step {
  if (text[at] === '%' && words === 0) {
    unit.isPercent = true
    unit.end = at + 1
    return 'read'
  }
  const name = wordAt(text, at)
  const adverb = periodNamed(name)
  const money = currencyNamed(name)
  const scale = words === 0 ? scaleOf(name, true) : undefined
  // `3 x 4` is a product, `3x` is a factor.
  if (!name || (/^x$/i.test(name) && /^\s*[\d$€£(~]/.test(text.slice(at + 1, at + 6)))) return 'over'
  if (name === 'm' || /^x\d/.test(name)) return 'unclear'
  if (words === 0 && gap === 0 && name === 'B') unit.isBillionOrBytes = true
  else if (scale || money) {
    unit.scale *= scale ?? 1
    if (money) unit.currency = money
  } else if (adverb) addTime(unit, adverb, -1)
  else if (enders.has(name.toLowerCase())) return 'over'
  else if (!(isBare(unit) && addNamed(unit, name, 1))) unit.labels.push(name.toLowerCase())
  unit.end = at + name.length
  return 'read'
}

const isBare = ({ data, time, labels }: UnitDraft): boolean => data.length === 0 && time === 0 && labels.length === 0

function addTime(unit: UnitDraft, seconds: number, power: number): void {
  unit.time += power
  unit.seconds *= seconds ** power
  if (seconds > 7 * 86_400) unit.isCalendar = true
}

/** Adds a unit of time or data; returns false if the name is neither. */
function addNamed(unit: UnitDraft, name: string, power: 1 | -1): boolean {
  const seconds = secondsOf(name)
  const bytes = byteUnitOf(name)
  if (seconds !== undefined) addTime(unit, seconds, power)
  else if (bytes) {
    unit.data.push([bytes, power])
    if (bytes.isRate) addTime(unit, 1, -power)
  }
  return seconds !== undefined || bytes !== undefined
}

const scaleOf = (name: string, isAfterNumber: boolean): number | undefined =>
  scalesByName.get(name) ?? (isAfterNumber && name.length > 2 ? scalesByName.get(name.toLowerCase()) : undefined)

function wordAt(text: string, at: number): string {
  word.lastIndex = at
  return word.exec(text)?.[0] ?? ''
}

/** The offset of the period or unit after `/`, `per` or, before a unit of time, `a`; undefined if there is none. */
function perAt(text: string, at: number): number | undefined {
  const match = /^[ \t]*(\/[ \t]*(?=[A-Za-z年月天日])|per[ \t]+|(?:an?|each|every)[ \t]+(?=[a-z]))/.exec(
    text.slice(at, at + 12),
  )
  if (!match) return undefined
  const next = at + match[0].length
  return /^[ae]/.test(match[1] ?? '') && secondsOf(wordAt(text, next)) === undefined ? undefined : next
}
