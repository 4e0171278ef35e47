/** Reads numbers as people write them, and how exact each is meant. */

import type { Range } from '../../core/text/range.ts'
import { withoutEnd } from '../../core/text/withoutEnd.ts'

/** A number as written. */
export interface WrittenNumber extends Range {
  readonly value: number
  /** The value of one unit of the last significant digit: 10 in `580`, 0.1 in `11.6`. */
  readonly step: number
}

const pattern =
  /(\d{1,3}(?:[,'’_\u00a0\u202f]\d{3}){1,6}(?!\d)|\d{1,18})(\.\d{1,12})?(?:e([+-]?\d{1,3})(?!\w)|( ?[×x*] ?10)?(?:\^(-?\d{1,3})|([⁰¹²³⁴-⁹]{1,3})))?/iy
/** As in German. A measured value with three decimals looks the same, but is seldom part of a calculation. */
const thousandsWithPoint = /^[1-9]\d{0,2}\.\d{3}$/
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * The number that begins at an offset. Undefined if there is none, or if the digits are part of something else: a
 * version, a date, a time of day, a range, a number with a decimal comma. Also if they may be thousands with a point,
 * as in `126.000 €`, unless they are a percentage.
 */
export function readNumber(text: string, at: number): WrittenNumber | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return undefined
  const [written, whole = '', fraction = '', exponent, timesTen, caret, superscript] = match
  const end = at + written.length
  // `1.2.3`, `12:30`, `1,5`, `3-5`, `3–5`, `5+`
  if (/^(?:[.,:'’_]\d|[-–—]\d|\+(?!\s*\d)|[/\\]\d{1,2}[/\\]\d)/.test(text.slice(end, end + 8))) return undefined
  if (thousandsWithPoint.test(written) && !/^[ \u00a0\u202f]?%/.test(text.slice(end, end + 2))) return undefined
  const digits = whole.replace(/\D/g, '')
  const mantissa = Number(digits + fraction)
  const power = Number(caret ?? Array.from(superscript ?? '', (sign) => superscripts.indexOf(sign)).join(''))
  const isPower = caret !== undefined || superscript !== undefined
  const factor = exponent !== undefined ? 10 ** Number(exponent) : isPower && timesTen ? 10 ** power : 1
  const value = isPower && !timesTen ? mantissa ** power : mantissa * factor
  if (!Number.isFinite(value)) return undefined
  const zeros = digits.length - Math.max(1, withoutEnd(digits, /0/).length)
  const places = fraction ? -(fraction.length - 1) : zeros
  // A power is exact.
  const step = isPower && !timesTen ? 0 : 10 ** places * factor
  return { value, step, start: at, end }
}

const continental =
  /([1-9]\d{0,2}(?:\.\d{3}){1,5}|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,5}|\d{1,15}(?=,\d{2}))(,\d{2})?(?![\d.,]*\d)/y

/**
 * The number that begins at an offset if it is written as on the European continent: `2.150`, `2 150`, `12,50`.
 * Undefined if there is none. In English, the first is two and a bit, and the second may be two numbers: ask only where
 * a currency follows that is written so.
 */
export function readContinental(text: string, at: number): WrittenNumber | undefined {
  continental.lastIndex = at
  const [written, whole = '', fraction = ''] = continental.exec(text) ?? []
  if (written === undefined) return undefined
  const digits = whole.replace(/\D/g, '')
  const zeros = digits.length - Math.max(1, withoutEnd(digits, /0/).length)
  const value = Number(digits + fraction.replace(',', '.'))
  return { value, step: fraction ? 0.1 : 10 ** zeros, start: at, end: at + written.length }
}

/** How closely a stated number has to agree with the expected one, as fractions of the latter. */
export interface Tolerance {
  /** A deviation that is always acceptable. */
  readonly share: number
  /** The largest deviation that rounding to the written digits may explain: to the nearest digit, and up or down. */
  readonly nearest: number
  readonly cut: number
}

/** Whether a stated number agrees with the expected one, allowing for how people round. */
export function agrees(stated: Pick<WrittenNumber, 'value' | 'step'>, expected: number, tolerance: Tolerance): boolean {
  const difference = Math.abs(stated.value - expected)
  const size = Math.max(Math.abs(expected), Number.MIN_VALUE)
  const slack = 1e-9 * size
  return (
    difference <= tolerance.share * size + slack ||
    (difference <= stated.step / 2 + slack && difference <= tolerance.nearest * size) ||
    (difference < stated.step && difference <= tolerance.cut * size)
  )
}

/** Formats a number for people: three significant digits or all integer digits, with thousands separators. */
export function formatNumber(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(2)
  const rounded = size >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 12 })
}

/** Formats a number in the style of another: the same number of decimals, and separators if that one has them. */
export function formatLike(written: string, value: number): string {
  const [isContinental, separator = ''] = continentalForm.exec(written) ?? []
  if (isContinental) {
    const places = written.includes(',') || !Number.isInteger(Number(value.toFixed(6))) ? 2 : 0
    const english = value.toLocaleString('en-US', {
      useGrouping: separator !== '',
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    })
    return english.replace(/[,.]/g, (sign) => (sign === ',' ? separator : ','))
  }
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0
  const places = Number.isInteger(Number(value.toFixed(6))) || decimals > 0 ? decimals : 2
  const [, comma = ','] = /\d([,'’_\u00a0\u202f])\d{3}/.exec(written) ?? []
  const useGrouping = /\d[,'’_\u00a0\u202f]\d{3}/.test(written) || !/\d{4}/.test(written)
  return value
    .toLocaleString('en-US', {
      useGrouping,
      minimumFractionDigits: places === 2 && decimals === 0 ? 0 : decimals,
      maximumFractionDigits: places,
    })
    .replaceAll(',', comma)
}

/** Whether a number as written is one that `readContinental` has read. */
export const isContinentalForm = (written: string): boolean => continentalForm.test(written)

const continentalForm = /^\d{1,3}(?:([. \u00a0\u202f])\d{3})+(?:,\d{2})?$|^\d+,\d{2}$/
