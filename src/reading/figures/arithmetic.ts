/** Recomputes an equation and tells whether the stated result agrees. */

import type { Equation, Expression } from './equations.ts'
import { agrees, type Tolerance } from './numbers.ts'
import type { Quantity } from './quantities.ts'

/** One interpretation of the units. */
interface Reading {
  /** A kilobyte is 1024 bytes. */
  readonly isBinary: boolean
  /** `Mb` means megabits. */
  readonly hasBits: boolean
  /** `5B` means five bytes, not five billion. */
  readonly hasBytes: boolean
  /** Units of time take part in the calculation; otherwise they are mere labels. */
  readonly hasTime: boolean
  /** Factors that convert one period into another, such as `86,400`: as ratios they are 1. */
  readonly ratios: ReadonlySet<Quantity>
}

interface Value {
  readonly value: number
  /** Exponents of data, time and money. */
  readonly data: number
  readonly time: number
  readonly money: number
  readonly isCalendar: boolean
  /** Whether a scale letter has no unit, as in `50G`, which may mean bytes. */
  readonly isBare: boolean
}

/** How far a result may be off, depending on how it is stated. */
export interface Tolerances {
  readonly exact: Tolerance
  readonly loose: Tolerance
}

/**
 * What the stated number of an equation should be, in its own unit; undefined if it agrees under any interpretation of
 * the equation, or if there is no such number.
 */
export function expectedOf(equation: Equation, tolerances: Tolerances): number | undefined {
  const { left, right, stated, isLoose } = equation
  const tolerance = isLoose ? tolerances.loose : tolerances.exact
  if (left.kind === 'leaf' && right.kind === 'leaf' && !isConversion(left.quantity, stated)) return undefined
  let best: { readonly expected: number; readonly weight: number } | undefined
  const rights: readonly Expression[] = right.kind === 'leaf' ? [right] : [right, { kind: 'leaf', quantity: stated }]
  for (const each of rights)
    for (const { a, b, weight } of comparisons(left, each, isLoose)) {
      if (a.value === b.value) return undefined
      if (b.value === 0 || a.value / b.value <= 0) continue
      const expected = (stated.number.value * a.value) / b.value
      const slack = a.isCalendar || b.isCalendar ? 0.05 : 0
      if (agrees(stated.number, expected, { ...tolerance, share: Math.max(tolerance.share, slack) })) return undefined
      if (isWholePart(left, stated, expected) || isExplained(equation, expected)) return undefined
      const isBetter =
        !best || (weight === best.weight && distance(expected, stated) < distance(best.expected, stated) - 0.3)
      if (isBetter || weight > (best?.weight ?? 0)) best = { expected, weight }
    }
  return best && best.weight > 0 ? best.expected : undefined
}

const distance = (value: number, { number }: Quantity): number => Math.abs(Math.log(value / number.value))

/** `1,200 ÷ 500 = 3`: instances are rounded up to a whole number; `7 * 2 / 4 = 3` divides integers, as code does. */
const isWholePart = (left: Expression, { number, data, time }: Quantity, expected: number): boolean =>
  left.kind === 'operation' &&
  left.operator === '/' &&
  data.length === 0 &&
  time === 0 &&
  (number.value === Math.ceil(expected) || (left.left.kind === 'operation' && number.value === Math.floor(expected))) &&
  number.value < 1000

/** Whether a factor nearby explains the difference: `500M / 86400 = 1,160/s on each of 5 shards`. */
const isExplained = ({ stated, others }: Equation, expected: number): boolean =>
  others.some((factor) => {
    const ratio = stated.number.value / expected
    return Math.abs(ratio / factor - 1) < 0.03 || Math.abs(ratio * factor - 1) < 0.03
  })

/** Whether two quantities are the same one in different units; otherwise two single quantities need not agree. */
function isConversion(a: Quantity, b: Quantity): boolean {
  const unitOf = ({ data, time, seconds, scale }: Quantity) =>
    `${data.map(([unit, power]) => `${unit.kind} ${unit.decimal} ${power}`)} ${time} ${seconds} ${data.length > 0 ? scale : ''}`
  const [label, other] = [a.labels[0], b.labels[0]]
  const isSame = label === undefined || other === undefined || label.replace(/s$/, '') === other.replace(/s$/, '')
  // A working day has eight hours, a working week five days.
  const isWork = a.data.length === 0 && a.time === 1 && (a.seconds >= 86_400 || b.seconds >= 86_400)
  return (
    isSame && !isWork && (a.time !== 0 || a.data.length > 0) && unitOf(a) !== unitOf(b) && a.currency === b.currency
  )
}

interface Comparison {
  readonly a: Value
  readonly b: Value
  /** How likely this interpretation is; with 0 it can only confirm an equation, not contradict it. */
  readonly weight: number
}

/** Both sides in every interpretation in which they can be compared. */
function* comparisons(left: Expression, right: Expression, isLoose: boolean): Generator<Comparison> {
  const factors = [...leavesOf(left)].filter(isPeriodRatio).slice(0, 4)
  const hasTime = [...leavesOf(left)].some(({ time }) => time !== 0)
  for (const reading of readingsOf([...leavesOf(left), ...leavesOf(right)])) {
    const a = evaluate(left, reading)
    const b = evaluate(right, reading)
    const naive = evaluate(left, { ...reading, hasTime: false })
    const stated = evaluate(right, { ...reading, hasTime: false })
    if (!naive || !stated) continue
    if (!isSameKind(naive, stated)) {
      // `34 + 6 = 40B`: plain numbers and bytes.
      if (reading.hasBytes && naive.money === stated.money) yield { a: naive, b: stated, weight: 0 }
      continue
    }
    if (!a || !b || a.time !== b.time) {
      yield { a: naive, b: stated, weight: 1 }
      if (a && a.time === 0) yield { a, b: stated, weight: 1 }
    } else yield { a, b, weight: 1 }
    if (!b || (b.time === 0 && !hasTime)) continue
    for (let mask = 1; mask < 2 ** factors.length; mask++) {
      const c = evaluate(left, { ...reading, ratios: new Set(factors.filter((_, i) => mask & (1 << i))) })
      if (c?.time !== b.time) continue
      // The factor is exactly the ratio of the two periods.
      const isMeant = Math.abs((c.value / b.value / naive.value) * stated.value - 1) < 0.05
      yield { a: { ...c, isCalendar: true }, b, weight: isMeant ? 2 : 1 }
    }
    // Mental arithmetic takes a day as 100,000 seconds.
    if (isLoose && a && a.time === b.time) yield { a: { ...a, value: a.value * 0.864 }, b, weight: 0 }
  }
}

function* readingsOf(leaves: readonly Quantity[]): Generator<Reading> {
  const choices = (isOpen: boolean) => (isOpen ? [false, true] : [false])
  const units = leaves.flatMap(({ data }) => data.map(([unit]) => unit))
  for (const isBinary of choices(units.length > 0))
    for (const hasBits of choices(units.some(({ kind }) => kind === 'sloppy')))
      for (const hasBytes of choices(leaves.some(({ isBillionOrBytes }) => isBillionOrBytes)))
        yield { isBinary, hasBits, hasBytes, hasTime: true, ratios: new Set() }
}

const isSameKind = (a: Value, b: Value): boolean =>
  a.money === b.money && (a.data === b.data || (a.data === 0 && a.isBare) || (b.data === 0 && b.isBare))

const periodRatios = [7, 12, 24, 28, 30, 30.4, 30.5, 31, 52, 60, 365, 366, 720, 730, 744, 1440, 3600, 8760, 86_400]
  .flatMap((value) => [value, value * 1000])
  .concat(100_000, 2_592_000, 2_600_000, 2_500_000, 31_536_000, 31_500_000)

/** Whether a factor may convert one period into another. */
const isPeriodRatio = ({ number, scale, data, time, currency, isPercent }: Quantity): boolean =>
  data.length === 0 &&
  (time === 0 || time === 1) &&
  !currency &&
  !isPercent &&
  periodRatios.includes(number.value * scale)

function* leavesOf(expression: Expression): Generator<Quantity> {
  if (expression.kind === 'leaf') yield expression.quantity
  else {
    yield* leavesOf(expression.left)
    yield* leavesOf(expression.right)
  }
}

function evaluate(expression: Expression, reading: Reading): Value | undefined {
  if (expression.kind === 'leaf') return worthOf(expression.quantity, reading)
  const a = evaluate(expression.left, reading)
  const b = evaluate(expression.right, reading)
  if (!a || !b) return undefined
  const flags = { isCalendar: a.isCalendar || b.isCalendar, isBare: a.isBare || b.isBare }
  const { operator } = expression
  if (operator === '+' || operator === '-') {
    if (a.data !== b.data || a.time !== b.time || a.money !== b.money) return undefined
    if (isPercent(expression.left) !== isPercent(expression.right)) return undefined
    return { ...a, ...flags, value: operator === '+' ? a.value + b.value : a.value - b.value }
  }
  const sign = operator === '*' ? 1 : -1
  return {
    value: sign > 0 ? a.value * b.value : a.value / b.value,
    data: a.data + sign * b.data,
    time: a.time + sign * b.time,
    money: a.money + sign * b.money,
    ...flags,
  }
}

const isPercent = (expression: Expression): boolean => expression.kind === 'leaf' && expression.quantity.isPercent

function worthOf(quantity: Quantity, reading: Reading): Value | undefined {
  const { number, scale, data, time, seconds, isCalendar, currency, isBillionOrBytes } = quantity
  if (reading.ratios.has(quantity)) return { value: 1, data: 0, time: 0, money: 0, isCalendar, isBare: false }
  const isByte = isBillionOrBytes && reading.hasBytes
  const billions = isBillionOrBytes && !reading.hasBytes ? 1e9 : 1
  let value = number.value * scale * billions * (quantity.isPercent ? 0.01 : 1)
  for (const [unit, power] of data) {
    const size = reading.isBinary ? unit.binary : unit.decimal
    const isBit = unit.kind === 'bit' || (unit.kind === 'sloppy' && reading.hasBits)
    value *= (isBit ? size / 8 : size) ** power
  }
  return {
    value: reading.hasTime ? value * seconds : value,
    data: data.reduce((sum, [, power]) => sum + power, isByte ? 1 : 0),
    time: reading.hasTime ? time : 0,
    money: currency ? 1 : 0,
    isCalendar: isCalendar && reading.hasTime,
    isBare: scale > 1 && data.length === 0,
  }
}
