/** Parses dates as people write them into calendar days. */
import type { Range } from '../text/range.ts'
import { months } from './months.ts'
import { fold } from './vocabulary.ts'

/** The ISO 8601 date at the start of a text, such as `2026-03-09`. Undefined for other formats and invalid dates. */
export function isoDateOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text) ?? []
  return year && month && day ? toIso(Number(year), Number(month), Number(day)) : undefined
}

/** A date in a text. */
export interface Day extends Range {
  /** The date in ISO 8601; absent if it is ambiguous or does not exist. */
  readonly iso?: string
  /** If it is ambiguous, its readings in ISO 8601: day first, then month first. */
  readonly readings?: readonly string[]
}

/** Whether a number is a plausible year for a decision about software; others are not taken for years. */
export const isYear = (year: number): boolean => year >= 1970 && year < 2100

/** Year first; day, month and year with dots; Chinese, Japanese and Korean; day before or after the month's name. */
const shapes: readonly RegExp[] = [
  /(?<![\d.-])(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/gu,
  /(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)/gu,
  /(?<y>\d{4})\s?[年년]\s?(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일]/gu,
  /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|º|°)?\.?[ -](?:of |de |d')?(?<name>[\p{L}\p{M}]{3,12})\.?,?[ -](?:de |del )?(?<y>\d{4})(?!\d)/giu,
  /(?<!\p{L})(?<name>[\p{L}\p{M}]{3,12})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)/gu,
]
const twofold = /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])/g

/** Find the first date in a text, in any format. */
export function findDay(text: string): Day | undefined {
  const line = text.slice(0, 500)
  // Few lines contain a year, and matching month names is slow.
  if (!/\d{4}/.test(line)) return undefined
  const [first] = shapes
    .flatMap((shape) => Array.from(line.matchAll(shape), (match) => readShape(match)))
    .filter((day) => day !== undefined)
    .toSorted((a, b) => a.start - b.start)
  const other = Array.from(line.matchAll(twofold)).find(({ 3: year }) => isYear(Number(year)))
  if (!other || (first && first.start <= other.index)) return first
  const readings = readTwofold(Number(other[1]), Number(other[2]), Number(other[3]))
  const [iso] = readings
  return {
    start: other.index,
    end: other.index + other[0].length,
    ...(readings.length > 1 ? { readings } : iso && { iso }),
  }
}

function readShape({ index, 0: written, groups = {} }: RegExpExecArray): Day | undefined {
  const { y, m, d, name } = groups
  const month = name === undefined ? Number(m) : monthOf(name, written.startsWith(name))
  if (month === undefined || !isYear(Number(y))) return undefined
  const iso = toIso(Number(y), month, Number(d))
  return { start: index, end: index + written.length, ...(iso && { iso }) }
}

/** The days that `3/9/2026` may stand for: day first, then month first. `31/1/2026` has only one reading. */
function readTwofold(a: number, b: number, year: number): readonly string[] {
  return [...new Set([toIso(year, b, a), toIso(year, a, b)])].filter((iso) => iso !== undefined)
}

/** By language: the spellings of each month. */
const names = months
  .trim()
  .split('\n')
  .map((line) =>
    line
      .split(' ')
      .slice(1)
      .map((spellings) => spellings.split('|').map(fold)),
  )

/**
 * The month's number, from 1. The name may be cut after three letters: `Mar`, `Sept`; but `Marketing` is none. Before the
 * day, only English cuts it: `out 12 2024` is not in October.
 */
function monthOf(name: string, isFirst: boolean): number | undefined {
  const word = fold(name)
  for (const [language, list] of names.entries()) {
    const mayBeCut = word.length >= 3 && (!isFirst || language === 0)
    const index = list.findIndex((spellings) =>
      spellings.some((full) => full === word || (mayBeCut && full.startsWith(word))),
    )
    if (index >= 0) return index + 1
  }
  return undefined
}

function toIso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}
