import type { Range } from '../../core/document/document.ts'
import { type ByteUnit, byteUnitOf, periodNamed, scalesByName, secondsOf } from './measures.ts'
import { readNumber, type WrittenNumber } from './numbers.ts'

/** A number with what it counts: `50M requests/day`, `2 KB`, `$0.02/GB`, `99.9 %`. */
export interface Quantity extends Range {
  readonly number: WrittenNumber
  /** What the number is to be multiplied by: 1000 for `k`, 1e-6 for `per million`. */
  readonly scale: number
  /** Units of data, with 1 or -1. */
  readonly data: readonly (readonly [ByteUnit, 1 | -1])[]
  /** Power of time, -1 for a rate, and seconds to that power. */
  readonly time: number
  readonly seconds: number
  /** Whether a month or year is in it, which have no fixed length. */
  readonly isCalendar: boolean
  /** `$`, `EUR` …; absent when it is no amount of money. */
  readonly currency?: string
  readonly isPercent: boolean
  /** Whether `~` or the like stands before it. */
  readonly isLoose: boolean
  /** Whether a `B` follows that may be bytes or a billion. */
  readonly isBillionOrBytes: boolean
  /** Other words of the unit, lower case. */
  readonly labels: readonly string[]
}

/** Words that end a unit: what follows says more than a unit does. */
const enders = new Set(
  'a an and or is are was be in on at for of to from by the with without after before as than then that this if when while plus minus times divided so gives which we i.e e.g at least most up over under about around approx approximately roughly circa ca nearly almost only per each every incl including'.split(
    ' ',
  ),
)

const symbols = new Map<string, string>(Object.entries({ $: '$', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' }))
const codes = new Map<string, string>(
  Object.entries({
    USD: '$',
    US$: '$',
    EUR: 'EUR',
    GBP: 'GBP',
    JPY: 'JPY',
    INR: 'INR',
    CHF: 'CHF',
    CAD: 'CAD',
    AUD: 'AUD',
    dollars: '$',
    dollar: '$',
    euros: 'EUR',
    euro: 'EUR',
  }),
)

const currencyBefore = /(?:US\$|[$€£¥₹]|(?:USD|EUR|GBP|JPY|INR|CHF|CAD|AUD)(?=[ \d])) ?(?=\d)/y
const word = /[A-Za-zµμ][\w'’-]*|US\$|[€£¥₹$](?!\d)/y

/** The quantity that begins at an offset; undefined where none does. Reads a few words beyond its number at most. */
export function readQuantity(text: string, start: number): Quantity | undefined {
  currencyBefore.lastIndex = start
  const money = currencyBefore.exec(text)?.[0]
  const number = readNumber(text, start + (money?.length ?? 0))
  if (!number) return undefined
  const unit = readUnit(text, number.end)
  if (!unit) return undefined
  const named = money?.trim() ?? ''
  const currency = symbols.get(named) ?? codes.get(named) ?? unit.currency
  return { number, start, ...unit, isLoose: false, ...(currency && { currency }) }
}

type Unit = Omit<Quantity, 'number' | 'start' | 'isLoose'>

/** What stands behind a number. Undefined where it cannot be understood. */
function readUnit(text: string, from: number): Unit | undefined {
  const data: [ByteUnit, 1 | -1][] = []
  const labels: string[] = []
  const unit = {
    end: from,
    scale: 1,
    data,
    labels,
    time: 0,
    seconds: 1,
    isCalendar: false,
    isPercent: false,
    isBillionOrBytes: false,
  }
  let currency: string | undefined
  const addTime = (seconds: number, power: number) => {
    unit.time += power
    unit.seconds *= seconds ** power
    if (seconds > 7 * 86_400) unit.isCalendar = true
  }
  const addNamed = (name: string, power: 1 | -1): boolean => {
    const seconds = secondsOf(name)
    const bytes = byteUnitOf(name)
    if (seconds !== undefined) addTime(seconds, power)
    else if (bytes) {
      data.push([bytes, power])
      if (bytes.isRate) addTime(1, -power)
    }
    return seconds !== undefined || bytes !== undefined
  }

  for (let at = from, words = 0; words < 8; words++) {
    const isAttached = at === from
    const gap = /^[ \t]*/.exec(text.slice(at, at + 4))?.[0].length ?? 0
    if (!isAttached && gap === 0 && text[at] !== '/' && text[at] !== '(') break
    const per = perAt(text, at)
    if (per !== undefined) {
      const counted = readNumber(text, per)
      const name = wordAt(text, counted ? counted.end + (text[counted.end] === ' ' ? 1 : 0) : per)
      if (counted) unit.scale /= counted.value
      const scale = scaleOf(name, counted !== undefined)
      if (scale) unit.scale /= scale
      else if (name) {
        const [head = '', tail] = name.split('-')
        if (!addNamed(head, -1)) labels.push(name.toLowerCase())
        const seconds = tail === undefined ? undefined : secondsOf(tail)
        if (seconds !== undefined) addTime(seconds, -1)
      } else if (!counted) return undefined
      at = counted ? text.indexOf(name, counted.end) + name.length : per + name.length
      if (!name && counted) at = counted.end
      unit.end = at
      continue
    }
    at += gap
    if (text[at] === '%' && isAttached) {
      unit.isPercent = true
      at++
      unit.end = at
      continue
    }
    // A unit in brackets: `100 (TB)`.
    const isBracketed = text[at] === '(' && /^\([A-Za-z/ ]{1,30}\)/.test(text.slice(at, at + 32))
    if (isBracketed) {
      const inner = text.slice(at + 1, text.indexOf(')', at))
      const inside = readUnit(` ${inner}`, 0)
      if (words > 0 || !inside || inside.end < inner.length + 1) return undefined
      return { ...inside, end: at + inner.length + 2 }
    }
    const name = wordAt(text, at)
    const adverb = periodNamed(name)
    const money = codes.get(name) ?? symbols.get(name)
    const scale = words === 0 ? scaleOf(name, true) : undefined
    // `3 x 4` is a product, `3x` a factor.
    if (!name || (/^x$/i.test(name) && /^\s*[\d$€£(~]/.test(text.slice(at + 1, at + 6)))) break
    if (name === 'm' || /^x\d/.test(name)) return undefined
    if (isAttached && gap === 0 && name === 'B') unit.isBillionOrBytes = true
    else if (scale) unit.scale *= scale
    else if (money) currency = money
    else if (adverb) addTime(adverb, -1)
    else if (enders.has(name.toLowerCase())) break
    else if (!(data.length === 0 && unit.time === 0 && labels.length === 0 && addNamed(name, 1)))
      labels.push(name.toLowerCase())
    at += name.length
    unit.end = at
  }
  return { ...unit, ...(currency && { currency }) }
}

const scaleOf = (name: string, isAfterNumber: boolean): number | undefined =>
  scalesByName.get(name) ?? (isAfterNumber && name.length > 2 ? scalesByName.get(name.toLowerCase()) : undefined)

function wordAt(text: string, at: number): string {
  word.lastIndex = at
  return word.exec(text)?.[0] ?? ''
}

/** Where the name of a period or unit begins after `/`, `per` or, for spans of time, `a`; undefined elsewhere. */
function perAt(text: string, at: number): number | undefined {
  const match = /^[ \t]*(\/[ \t]*(?=[A-Za-z])|per[ \t]+|(?:an?|each|every)[ \t]+(?=[a-z]))/.exec(
    text.slice(at, at + 12),
  )
  if (!match) return undefined
  const next = at + match[0].length
  return /^[ae]/.test(match[1] ?? '') && secondsOf(wordAt(text, next)) === undefined ? undefined : next
}
