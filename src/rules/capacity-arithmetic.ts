/**
 * Require the arithmetic of estimates to be correct.
 *
 * ## Why
 *
 * The number of machines, the bill and the choice of database follow from a few products and quotients. An error by a
 * factor of a thousand goes unnoticed because everyone reads the result and nobody checks the calculation. Units count:
 * bytes and bits, thousands and millions, per second and per day; a kilobyte may have 1000 or 1024 bytes. Rounded
 * results are accepted, more freely after `≈` or `~` than after `=`. Lines that cannot be parsed are ignored.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Load
 *
 * ## Context
 *
 * 200,000 users × 30 requests = 6,000,000 a day ÷ 86,400 s ≈ 69/s; at the peak 4 times that ≈ 280/s.
 *
 * - Requests per second: 50M / 86400 ≈ 580 req/sec
 * - Traffic: 10k req/s × 2 KB = 20 MB/s, or 160 Mbit/s = 20 MB/s
 * - Writes: 100M users × 10 writes/day = 1B writes/day ≈ 11.6k/s
 * - Kept: 50 GB/day × 365 ≈ 18 TB, three times that with its copies
 *
 * | Quantity | How it is worked out | Result |
 * | --- | --- | --- |
 * | Instances | 1,200 req/s ÷ 500 req/s | 3 |
 *
 * ```
 * 2^20 * 1 KiB = 1 GiB
 * x = max(3, 4) - 1 = 3
 * ```
 * ````
 *
 * An algorithm divides integers:
 *
 * ```md ok type=note
 * # Note: Replicas
 *
 * With weights 2 and 1, member1 = 7 * 2 / 4 = 3 and member2 = 7 * 1 / 4 = 1; the rest goes to the first.
 * ```
 *
 * ````md bad type=note
 * # Note: Load
 *
 * ## Context
 *
 * - Requests per second: 50M / 86400 ≈ 5,800 req/sec
 * - Traffic: 10k req/s × 2 KB = 20 GB/s
 * - Writes: 100M users × 10 writes/day = 1B writes/day ≈ 11.6k/min
 *
 * | Quantity | How it is worked out | Result |
 * | --- | --- | --- |
 * | New data | 40,000 orders/day × 3 KB | 1.2 GB/day |
 *
 * ```
 * 3 nodes * 16 GB = 64 GB
 * 100 seats * CAD 20 = CAD 3,000
 * ```
 * ````
 *
 * ```text messages
 * 5:38-5:51: `50M / 86400` is `579 req/sec`, not `5,800 req/sec`
 * 6:31-6:38: `10k req/s × 2 KB` is `0.02 GB/s`, not `20 GB/s`
 * 7:56-7:65: `1B writes/day` is `694k/min`, not `11.6k/min`
 * 11:41-11:51: `40,000 orders/day × 3 KB` is `0.12 GB/day`, not `1.2 GB/day`
 * 14:19-14:24: `3 nodes * 16 GB` is `48 GB`, not `64 GB`
 * 15:22-15:31: `100 seats * CAD 20` is `CAD 2,000`, not `CAD 3,000`
 * ```
 *
 * ````md fixed
 * # Note: Load
 *
 * ## Context
 *
 * - Requests per second: 50M / 86400 ≈ 579 req/sec
 * - Traffic: 10k req/s × 2 KB = 0.02 GB/s
 * - Writes: 100M users × 10 writes/day = 1B writes/day ≈ 694k/min
 *
 * | Quantity | How it is worked out | Result |
 * | --- | --- | --- |
 * | New data | 40,000 orders/day × 3 KB | 0.12 GB/day |
 *
 * ```
 * 3 nodes * 16 GB = 48 GB
 * 100 seats * CAD 20 = CAD 2,000
 * ```
 * ````
 */

import { rememberLast } from '../core/data/remember.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { collectInSlices } from '../core/document/readSlices.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { Slice } from '../core/markdown/slices.ts'
import { expectedOf, type Tolerances } from '../reading/figures/arithmetic.ts'
import { type Equation, equationsIn, parseWhole } from '../reading/figures/equations.ts'
import { formatNumber } from '../reading/figures/numbers.ts'
import {
  codeLinesIn,
  type Passage,
  paragraphsIn,
  startOf,
  type TablePassages,
  tablesIn,
} from '../reading/prose/passages.ts'

export default defineRule({
  id: 'capacity-arithmetic',
  category: 'agreement',
  description: 'Require the arithmetic of estimates to be correct',
  severity: 'warning',
  options: {
    tolerance: {
      type: 'number',
      description: 'Share by which a result after `=` may differ beyond rounding',
      default: 0.01,
      minimum: 0,
    },
    approximateTolerance: {
      type: 'number',
      description: 'Share by which a result after `≈` or `~` may differ beyond rounding',
      default: 0.05,
      minimum: 0,
    },
  },
  *check({ document, options }) {
    const exact = { share: options.tolerance, nearest: 0.15, cut: 0.05 }
    const loose = { share: options.approximateTolerance, nearest: 0.5, cut: 0.25 }
    const key = `${options.tolerance} ${options.approximateTolerance}`
    for (const stated of equationsOf(document)) {
      const expected = expectedIn(stated, key, { exact, loose })
      if (expected === undefined) continue
      const { passage, equation } = stated
      const { number, start, end } = equation.stated
      const { text } = passage
      const right = fold(`${text.slice(start, number.start)}${formatNumber(expected)}${text.slice(number.end, end)}`)
      const origin = startOf(document, passage)
      const place = (at: number) => origin + at
      yield {
        start: place(start),
        end: place(end),
        reason: `\`${equation.source}\` is \`${right}\`, not \`${fold(text.slice(start, end))}\``,
        fixes: [
          {
            title: `Replace with ${right}`,
            edits: [{ start: place(number.start), end: place(number.end), newText: formatNumber(expected) }],
          },
        ],
      }
    }
  },
})

const fold = (text: string): string => text.replace(/\s+/g, ' ')

interface Stated {
  /** The passage of the stated quantity. */
  readonly passage: Passage
  readonly equation: Equation & { readonly source: string }
}

const equationsOf = collectInSlices((slice: Slice, document: DocumentModel): readonly Stated[] => {
  const tables = tablesIn(slice, document)
  return [
    ...paragraphsIn(slice, document).flatMap(statedIn),
    ...tables.flatMap(({ rows }) => rows.flat().flatMap(statedIn)),
    ...codeLinesIn(slice, document).flatMap((lines) => lines.flatMap(statedIn)),
    ...tables.flatMap(statedAcross),
  ]
})

const statedIn = (passage: Passage): readonly Stated[] =>
  equationsIn(passage.text).map((equation) => ({
    passage,
    equation: { ...equation, source: fold(passage.text.slice(equation.start, equation.end)) },
  }))

/** The expected result, cached for the last tolerances. */
const expectedIn = rememberLast(({ equation }: Stated, _options: string, tolerances: Tolerances) =>
  expectedOf(equation, tolerances),
)

/** Equations across cells: a column of calculations with the column of their results to its right. */
function statedAcross({ rows: [head = [], ...rows] }: TablePassages): readonly Stated[] {
  const column = head.findIndex(({ text }) =>
    /calculat|how|worked|formula|arithmetic|derivation|comput|estimat/i.test(text),
  )
  if (column < 0) return []
  return rows.flatMap((row) => {
    const [cell, passage] = row.slice(column, column + 2)
    const left = cell && parseWhole(cell.text)
    const right = passage && parseWhole(passage.text)
    if (!cell || !passage || left?.expression.kind !== 'operation' || right?.expression.kind !== 'leaf') return []
    const { expression } = right
    const equation = {
      left: left.expression,
      right: expression,
      stated: expression.quantity,
      isLoose: true,
      others: [],
      start: 0,
      end: 0,
      source: cell.text.trim(),
    }
    return [{ passage, equation }]
  })
}
