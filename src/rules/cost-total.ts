/**
 * Require a stated total to be the sum of its amounts.
 *
 * ## Why
 *
 * Someone adds a line to the bill and forgets the total, or updates one of the two: whoever approves the budget reads
 * only the last line. The amounts of a list, of each table column, or of lines are added up by currency and period; a
 * subtotal sums the amounts before it, as does a row that is the sum of its neighbours. Rounded amounts, and a total
 * with `~` or `≈`, may be slightly off. Ranges, unit prices, discounts, one-time costs and totals that include more
 * than the lines are ignored.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Costs
 *
 * ## Context
 *
 * - Storage: $50
 * - Transfer (90 GB × $0.09, and some requests): $100
 * - Queue: $10
 * - Workers: 3 × $100 = $300
 * - Database: $100
 * - DNS: free
 *
 * **Total: ~$560/month** ($6,720/year)
 *
 * | Item | Today | 10x |
 * | --- | ---: | ---: |
 * | Compute | $300 | $2.4k |
 * | Storage | $60 | $600 |
 * | **Total** | **$360** | **$3k** |
 *
 * ## Outcome
 *
 * - Support: $100-200
 * - Licences: $20 per user
 * - Total: $500
 * ```
 *
 * ```md ok type=note
 * # Note: Costs
 *
 * ## Context
 *
 * | Item | Cost |
 * | --- | ---: |
 * | API | $120 |
 * | Workers | $180 |
 * | **Compute** | **$300** |
 * | Disks | $40 |
 * | Backups | $20 |
 * | Storage subtotal | $60 |
 * | **Total** | **$360** |
 * ```
 *
 * ```md ok type=note
 * # Note: Costs
 *
 * ## Context
 *
 * | Item | Cost |
 * | --- | ---: |
 * | API | $120 |
 * | Queue | $X |
 * | Disks | $40 |
 * | **Total** | **$190** |
 *
 * - Storage: $50
 * - Transfer: $X
 * - Workers: $20
 * - Total: $100
 * ```
 *
 * ```md bad type=note
 * # Note: Costs
 *
 * ## Context
 *
 * - Storage: $50/month
 * - Queue: $10/month
 * - Workers: $300/month
 * - Domain: $120/year
 *
 * **Total: $560/month**
 *
 * | Item | Today | 10x (EUR) | In Japan (JPY) |
 * | --- | ---: | ---: | ---: |
 * | Compute | $300 | 2,400 | 40,000 |
 * | Storage | $60.50 | 600 | 9,000 |
 * | **Total** | $360.50 | 2,800 | 59,000 |
 * ```
 *
 * ```text messages
 * 10:10-10:20: The total is `$560/month`, but the 4 amounts add up to `$370/month`
 * 16:25-16:30: The total is `2,800`, but the 2 amounts add up to `3,000`
 * 16:33-16:39: The total is `59,000`, but the 2 amounts add up to `49,000`
 * ```
 *
 * ```md fixed
 * # Note: Costs
 *
 * ## Context
 *
 * - Storage: $50/month
 * - Queue: $10/month
 * - Workers: $300/month
 * - Domain: $120/year
 *
 * **Total: $370/month**
 *
 * | Item | Today | 10x (EUR) | In Japan (JPY) |
 * | --- | ---: | ---: | ---: |
 * | Compute | $300 | 2,400 | 40,000 |
 * | Storage | $60.50 | 600 | 9,000 |
 * | **Total** | $360.50 | 3,000 | 49,000 |
 * ```
 */
import type { DocumentModel } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { Range } from '../core/text/range.ts'
import { amountLists } from '../reading/figures/amountLists.ts'
import { formatLike, isContinentalForm } from '../reading/figures/numbers.ts'
import { sentenceSums } from '../reading/figures/sentenceSums.ts'
import { type PlacedAmount, wrongTotals } from '../reading/figures/totals.ts'
import { startOf } from '../reading/prose/passages.ts'

export default defineRule({
  id: 'cost-total',
  category: 'agreement',
  description: 'Require a stated total to be the sum of its amounts',
  severity: 'warning',
  options: {
    tolerance: {
      type: 'number',
      description: 'Share by which a total may differ beyond rounding',
      default: 0.005,
      minimum: 0,
    },
    approximateTolerance: {
      type: 'number',
      description: 'The same where the total or an amount has `~` or `≈`',
      default: 0.03,
      minimum: 0,
    },
  },
  *check({ document, options }) {
    const exact = { share: options.tolerance, nearest: 0, cut: 0 }
    const loose = { share: options.approximateTolerance, nearest: 0.15, cut: 0.1 }
    for (const entries of [...amountLists(document), ...sentenceSums(document)])
      for (const { total, sum, parts } of wrongTotals(entries, { exact, loose })) {
        const { number, scale } = total.amount
        const place = placeOf(document, total)
        const digits = moved(number, place.start - total.amount.start)
        const newText = formatLike(styleOf(document, [total, ...parts]), sum / scale)
        const stated = document.text.slice(place.start, place.end)
        const expected = `${stated.slice(0, digits.start - place.start)}${newText}${stated.slice(digits.end - place.start)}`
        yield {
          ...place,
          reason: `The total is \`${stated}\`, but the ${parts.length} amounts add up to \`${expected}\``,
          related: parts.slice(0, 20).map((part) => ({ ...placeOf(document, part), reason: 'One of the amounts' })),
          fixes: [{ title: `Replace with ${expected}`, edits: [{ ...digits, newText }], isPreferred: true }],
        }
      }
  },
})

/** The total as written; if it has no separators, the first part that is written as on the European continent. */
function styleOf(document: DocumentModel, [total, ...parts]: readonly [PlacedAmount, ...PlacedAmount[]]): string {
  const own = writtenIn(document, total)
  return /\D/.test(own) ? own : (parts.map((part) => writtenIn(document, part)).find(isContinentalForm) ?? own)
}

function writtenIn(document: DocumentModel, { amount, origin }: PlacedAmount): string {
  const start = startOf(document, origin)
  return document.text.slice(start + amount.number.start, start + amount.number.end)
}

const moved = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })

const placeOf = (document: DocumentModel, { amount, origin }: PlacedAmount): Range =>
  moved(amount, startOf(document, origin))
