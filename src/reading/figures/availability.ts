/** Reads availability as people write it: percentages, nines, downtime. */

import type { Range } from '../../core/text/range.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'
import { month, secondsOf, year } from './measures.ts'
import { agrees, formatNumber, readNumber, type WrittenNumber } from './numbers.ts'

/** A share of time that something works, such as `99.9 %`. Offsets are relative to the text, here and below. */
export interface Share extends Range {
  /** Between 0.9 and 1. */
  readonly value: number
}

/** A number of nines, such as `three nines`. */
export interface Nines extends Range {
  readonly count: number
}

/** A span of time, such as `8 h 45 min`, with the period it is for, such as `per year`. */
export interface Span extends Range {
  readonly seconds: number
  /** The length of the time alone, without its period, in UTF-16 units. */
  readonly length: number
  /** The value of one unit of its last significant digit, in seconds. */
  readonly step: number
  /** The period in seconds; absent if none is stated with the span. */
  readonly period?: number
}

/** Percentages from 90 % to below 100 % in a text about availability. */
export function sharesIn(text: string): readonly Share[] {
  const shares: Share[] = []
  for (const match of text.matchAll(/(?<![\w.,-])9\d(?:[.,]\d{1,6})? ?%(?!ile)/g)) {
    const value = Number(match[0].replace(',', '.').replace(/ ?%/, '')) / 100
    shares.push({ value, start: match.index, end: match.index + match[0].length })
  }
  return shares
}

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** Numbers of nines in a text. */
export function ninesIn(text: string): readonly Nines[] {
  return Array.from(
    text.matchAll(
      /(?<![\w.,-])(?:(one|two|three|four|five|six|seven|[1-7])(\.5| and a half)?[ -](?:nines|9['’]?s))\b/gi,
    ),
    ({ 0: written, 1: name = '', 2: half, index }) => ({
      count: (words.indexOf(name.toLowerCase()) + 1 || Number(name)) + (half ? 0.5 : 0),
      start: index,
      end: index + written.length,
    }),
  )
}

/** The numbers of nines that a share may be called: 99.95 % is three, or three and a half. */
export function countsOf(share: number): readonly number[] {
  const digits = withoutEnd(share.toFixed(8).slice(2), /0/)
  const count = /^9*/.exec(digits)?.[0].length ?? 0
  return digits.charAt(count) === '5' ? [count, count + 0.5] : [count]
}

/** A number of nines in words, such as `three nines`. */
export const nameNines = (count: number): string => `${words[Math.floor(count) - 1] ?? count} nines`

/** Spans of time in a text. `m` means minutes. */
export function spansIn(text: string): readonly Span[] {
  if (!/\d/.test(text)) return []
  const spans: Span[] = []
  for (let at = 0; at < text.length; ) {
    const part = /\d/.test(text.charAt(at)) && !/[\w.,-]/.test(text.charAt(at - 1)) ? readPart(text, at) : undefined
    if (!part) {
      at += /^\d[\d.,]*/.exec(text.slice(at, at + 40))?.[0].length ?? 1
      continue
    }
    let { seconds, step, end } = part
    for (let next = readPart(text, after(text, end)); next && next.unit < part.unit; ) {
      seconds += next.seconds
      step = next.step
      end = next.end
      next = readPart(text, after(text, end))
    }
    // A window such as `30 days` or `90-day` is itself a period.
    const isWindow = /^(?:30|90|365)[ -]days?$/i.test(text.slice(at, end))
    const period = isWindow ? undefined : periodAfter(text, end)
    if (!isWindow)
      spans.push({
        seconds,
        length: end - at,
        step,
        start: at,
        end: period?.end ?? end,
        ...(period && { period: period.seconds }),
      })
    at = period?.end ?? end
  }
  return spans
}

const after = (text: string, at: number): number =>
  at + (/^(?:,? and |, | )/.exec(text.slice(at, at + 6))?.[0].length ?? 0)

interface Part {
  readonly seconds: number
  readonly step: number
  readonly unit: number
  readonly end: number
}

function readPart(text: string, at: number): Part | undefined {
  const number = readNumber(text, at)
  if (!number) return undefined
  const match = /^[ -]?([a-zµ]+)(?![\w%])/i.exec(text.slice(number.end, number.end + 16))
  // `8h45m` has no space between its parts.
  const attached = /^(h|m|min|d)(?=\d)/i.exec(text.slice(number.end, number.end + 4))
  const name = attached?.[1] ?? match?.[1]
  if (name === undefined) return undefined
  const unit = name === 'm' ? 60 : secondsOf(name)
  if (unit === undefined || unit < 1e-3) return undefined
  const end = number.end + (attached?.[0] ?? match?.[0] ?? '').length
  return { seconds: number.value * unit, step: number.step * unit, unit, end }
}

const periodPattern =
  /^(?:\s+of)?(?:\s+(?:allowed|unplanned|total|max(?:imum)?|permitted|acceptable))?(?:\s+(?:downtime|outage|outages|down|unavailability))?\s*(?:\/\s*|(?:per|an?|each|every|in an?|in one|in any|over an?)\s+)(?:(30|90|365)[- ])?([a-z]+)/i

/** The period after a span: `of downtime per month`, `/year`. */
function periodAfter(text: string, at: number): { readonly seconds: number; readonly end: number } | undefined {
  const match = periodPattern.exec(text.slice(at, at + 80))
  const unit = secondsOf(match?.[2] ?? '')
  return match && unit !== undefined && unit >= 86_400
    ? { seconds: unit * Number(match[1] ?? 1), end: at + match[0].length }
    : undefined
}

/**
 * The only period named in a text, in seconds: `monthly`, `per year`, `30 days`; undefined if there is none or several.
 */
export function periodIn(text: string): number | undefined {
  const found = new Set(
    Array.from(
      text.matchAll(
        /\b(?:(monthly|yearly|annual(?:ly)?|weekly|daily|quarterly)|(30|90|365)[- ]days?|(?:per|a|each|every|over one)\s+(month|year|week|day|quarter)|(month|year|quarter))\b|\/ ?(month|mo|year|yr|week|day)\b/gi,
      ),
      ([, adverb = '', days, a, b, c]) =>
        days ? Number(days) * 86_400 : secondsOf(a ?? b ?? c ?? stems[adverb.toLowerCase().charAt(0)] ?? ''),
    ),
  )
  // Thirty days equal a month, so that both count as one period.
  const [period, ...more] = [...found]
  return more.length === 0 ? period : undefined
}

const stems: Readonly<Record<string, string>> = { m: 'month', y: 'year', a: 'year', w: 'week', d: 'day', q: 'quarter' }

/** Seconds of downtime that a share allows in a period. */
export const allowedBy = (share: number, period: number): number => (1 - share) * period

/** Whether a span is what a share allows, however it was rounded and whatever length of a month was assumed. */
export function isAllowed(span: Span, share: number, period: number, tolerance: number): boolean {
  const lengths =
    period === month
      ? [month, year / 12, 31 * 86_400, 28 * 86_400]
      : period === year
        ? [year, 360 * 86_400, 366 * 86_400]
        : [period]
  const stated: Pick<WrittenNumber, 'value' | 'step'> = { value: span.seconds, step: span.step }
  return lengths.some((each) => agrees(stated, allowedBy(share, each), { share: tolerance, nearest: 0.34, cut: 0.25 }))
}

/** Formats a span of time, such as `43.2 min`. */
export function formatSpan(seconds: number): string {
  const [size, unit] =
    seconds >= 2 * 86_400 ? [86_400, 'days'] : seconds >= 7200 ? [3600, 'h'] : seconds >= 120 ? [60, 'min'] : [1, 's']
  return `${formatNumber(seconds / Number(size))} ${unit}`
}

/** Names a period, such as `month`. */
export const namePeriod = (period: number): string =>
  ({ 86400: 'day', 604800: 'week', [month]: 'month', [3 * month]: 'quarter', [year]: 'year' })[period] ??
  formatSpan(period)
