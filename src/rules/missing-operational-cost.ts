/**
 * Require a design that needs machines or paid services to state its running cost.
 *
 * ## Why
 *
 * The bill comes every month, and the design decides how high it is. The flag is raised if the design involves brokers,
 * databases, networks or machines and the whole document does not mention money, resources or their size. A section on
 * cost without amounts or a total is reported by `cost-estimate`; a missing heading that the template requires is
 * reported by `required-section`, which does not look at the content.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Orders go into Kafka and stay there forever. Workers read them and write them to Postgres, and Redis holds those of today.
 * Each order has 2 kB, which makes storage costs of 40 USD per month.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Orders go into Kafka and stay there forever. Workers read them and write them to Postgres, and Redis holds those of today,
 * so that clients can look at them quickly.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No operating cost: say what `Kafka`, `Postgres` and `Redis` cost per month
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'missing-operational-cost',
  category: 'red-flag',
  description: 'Require a design that needs machines or paid services to state its running cost',
  severity: 'warning',
  // A draft may still say it.
  severityInDraft: 'information',
  *check(context) {
    const { document } = context
    if (!isJudged(context, topics.cost)) return
    const { infrastructure, isInfrastructure } = natureOf(document)
    if (!isInfrastructure || judgementOf(context, 'cost-estimate').status !== 'missing') return
    const names = listedNames(infrastructure.slice(0, 3))
    yield { ...absence(document, 'operating cost', `say what ${names} cost per month`), gap: 'cost-estimate' }
  },
})
