/**
 * Require the section on costs to state amounts and their total.
 *
 * ## Why
 *
 * "Moderate" is not a cost. Amounts let reviewers find the item that is out of proportion, and the total is what
 * someone has to pay every month. Money or resources with figures are accepted: machines, memory, storage, working
 * days.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Cost Estimate
 *
 * | Item | Per month |
 * |---|---|
 * | Queue | $40 |
 * | Workers | $120 |
 * | Storage | $15 |
 * | Total | $175 |
 * ```
 *
 * ```md ok type=design-doc
 * # System Design: Tickets
 *
 * ## Costs
 *
 * | What | Per month |
 * | --- | ---: |
 * | Hosting | £14 |
 * | Database | £13 |
 * | Mail | £4 |
 * | All told | £31 |
 * ```
 *
 * Prices have no total before there are quantities:
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Cost Estimate
 *
 * - Queue: $0.40 per million requests
 * - Storage: $0.10/GB
 * - Traffic: $0.09 per GB
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Cost Estimate
 *
 * The queue is cheaper than what we have now.
 * ```
 *
 * ```text messages
 * 3:1-3:17: `Cost Estimate` has no amounts: give costs or resources as figures
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Cost Estimate
 *
 * - Queue: $40 a month
 * - Workers: $120 a month
 * - Storage: $15 a month
 * ```
 *
 * ```text messages
 * 3:1-3:17: `Cost Estimate` lists 3 amounts but no total
 * ```
 */

import { reportGap } from '../checklist/reportGap.ts'
import type { DocumentModel, Section } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { blocksWithin, factsOf } from '../reading/prose/facts.ts'
import { topics, writtenAbout } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'cost-estimate',
  category: 'checklist',
  description: 'Require the section on costs to state amounts and their total',
  severity: 'warning',
  *check(context) {
    const { document } = context
    yield* reportGap(
      context,
      'cost-estimate',
      topics.cost,
      (title) => `\`${title}\` has no amounts: give costs or resources as figures`,
    )
    for (const section of writtenAbout(context, topics.cost)) {
      const amounts = countAmounts(document, section)
      if (amounts >= 3 && !total.test(document.prose.slice(section.start, section.end)))
        yield {
          ...document.rangeOf(section.heading),
          reason: `\`${section.title}\` lists ${amounts} amounts but no total`,
        }
    }
  },
})

/** Number of rows and paragraphs with an amount of money, other than a price that only a quantity turns into a cost. */
const countAmounts = (document: DocumentModel, section: Section): number =>
  blocksWithin(factsOf(document), section).filter(
    ({ kind, scan, text }) =>
      kind !== 'code' &&
      scan.quantities.some((each) => each.kind === 'money' && !unitPrice.test(text.slice(each.end, each.end + 40))),
  ).length

/** Follows a price for a quantity, such as `per GB`; a cost per month can be added to others. */
const unitPrice =
  /^ ?(?:\/ ?|per )(?!(?:h|hours?|days?|weeks?|mo|months?|quarter|y|yr|years?|annum|stunde|tag|woche|monat|jahr)\b)[\p{L}\d]/iu

const total =
  /total|\bsum\b|\bsums\b|altogether|overall|all told|\bin all\b|\btogether\b|合计|总计|合計|总成本|总费用|gesamt|summe(?!r)|insgesamt|\*\*(?:per|each|every) (?:month|year)/i
