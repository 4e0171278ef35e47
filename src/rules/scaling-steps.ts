/**
 * Require the section on scaling to cover today's load and ten and a hundred times that.
 *
 * ## Why
 *
 * A design is built for one load and meets another. Figures for today show what one machine handles, ten times that
 * shows what fails first, a hundred times shows which decision must stay reversible. The steps are only required if the
 * template asks for them; any section on scaling needs a figure, or the way in which the design copes.
 *
 * ## Examples
 *
 * ```md ok type=design-doc
 * # System Design: Orders
 *
 * ## Scaling Strategy
 *
 * - Today (1x): 20 requests per second at the peak, one instance does 300.
 * - 10x: a second instance, and read replicas for the database.
 * - 100x: orders are sharded by region.
 * ```
 *
 * ```md ok type=design
 * # Orders design
 *
 * ## Scaling
 *
 * Throughput is 20 requests per second today, and one instance does 300. A load of 200 needs a read replica.
 * ```
 *
 * ```md ok type=design-doc
 * # System Design: Orders
 *
 * ## Scaling Strategy
 *
 * The six shops place two orders a second in the hour before closing, and one copy of the site took 45 in our trial.
 *
 * At ten times the load the site would see twenty of them, which it can bear. The closing of the day would take a minute.
 *
 * A hundred times as many shops would be divided by town.
 * ```
 *
 * ```md ok type=design-doc
 * # System Design: Bestellungen
 *
 * ## Skalierungsstrategie
 *
 * - Heute sind es in der Spitze 20 Anfragen pro Sekunde, und eine Instanz schafft 300.
 * - Bei zehnfacher Last kommen eine zweite Instanz und ein Lesereplikat dazu.
 * - Bei hundertfacher Last werden Bestellungen nach Region aufgeteilt, je 10 GB.
 * ```
 *
 * ```md ok type=design-doc
 * # System Design: Orders
 *
 * ## 扩展策略
 *
 * - 目前峰值为每秒 20 个请求，单个实例每秒处理 300 个。
 * - 十倍负载时增加第二个实例和数据库的只读副本。
 * - 百倍负载时按区域对订单分片，每个分片 10 GB。
 * ```
 *
 * ```md bad type=design-doc
 * # System Design: Orders
 *
 * ## Scaling Strategy
 *
 * - Today we have a throughput of 20 requests per second, and one instance does 300.
 * - Tenfold traffic needs read replicas, as the database is the bottleneck.
 * ```
 *
 * ```text messages
 * 3:1-3:20: `Scaling Strategy` does not cover `100x`: go from today to 10x and 100x
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Scalability
 *
 * The queue is meant to be very scalable.
 * ```
 *
 * ```text messages
 * 3:1-3:15: `Scalability` does not say how the design copes as load or data grows
 * ```
 */

import { reportGap } from '../checklist/reportGap.ts'
import type { Section } from '../core/document/document.ts'
import { outlineOf } from '../core/document/sections.ts'
import { defineRule, type RuleContext } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { topics, writtenAbout } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'scaling-steps',
  category: 'checklist',
  description: "Require the section on scaling to cover today's load and ten and a hundred times that",
  severity: 'warning',
  *check(context) {
    const gaps = [
      ...reportGap(
        context,
        'scaling',
        topics.scaling,
        (title) => `\`${title}\` does not say how the design copes as load or data grows`,
      ),
    ]
    yield* gaps
    if (gaps.length > 0 || isFreeForm(context.type)) return
    const section = sectionOfSteps(context)
    if (!section) return
    const { end } = context.document.rangeOf(section.heading)
    const missing = missingSteps(context.document.prose.slice(end, section.end))
    if (missing.length > 0)
      yield {
        ...context.document.rangeOf(section.heading),
        reason: `\`${section.title}\` does not cover ${missing.join(' or ')}: go from today to 10x and 100x`,
      }
  },
})

/**
 * The section in which the template asks for the steps, unless it has required headings for them, which
 * `required-section` checks.
 */
function sectionOfSteps(context: RuleContext): Section | undefined {
  const { found } = outlineOf(context.document, context.type)
  const asks = context.type.sections.find(
    (spec) => topics.scaling.test(spec.keys[0] ?? '') && /\b100x\b/i.test(spec.snippet),
  )
  const isByHeadings = context.type.sections.some(({ parent, isRequired }) => parent === asks && isRequired)
  const section = asks && !isByHeadings ? found.get(asks) : undefined
  return writtenAbout(context, topics.scaling).find((each) => each === section)
}

const today =
  /\b(?:today|current(?:ly)?|now|at launch|at first|initial(?:ly)?|baseline|existing|1 ?[x×])\b|\b(?:heut(?:e|ige)|aktuelle?)\b|当前|目前|现在|今天/i
const tenfold =
  /\b10 ?[x×]|[x×] ?10\b|\b10 times\b|\bfactor (?:of )?10\b|\bten-?fold\b|\bten times\b|\border of magnitude\b|\bzehnfach|\bzehnmal\b|十倍|10 ?倍/i
const hundredfold =
  /\b100 ?[x×]|[x×] ?100\b|\b100 times\b|\bfactor (?:of )?100\b|\bhundred-?fold\b|\bhundred times\b|\btwo orders of magnitude\b|\bhundertfach|\bhundertmal\b|百倍|100 ?倍/i

/** The steps that a text does not cover. Figures before those for growth count as today's, whatever the words. */
function missingSteps(text: string): readonly string[] {
  const growth = text.search(tenfold)
  const isOfToday = today.test(text) || (growth >= 0 && /\d/.test(text.slice(0, growth)))
  return [
    ...(isOfToday ? [] : ['`today`']),
    ...(growth >= 0 ? [] : ['`10x`']),
    ...(hundredfold.test(text) ? [] : ['`100x`']),
  ]
}
