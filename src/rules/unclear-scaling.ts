/**
 * Require a design whose load or data can grow to state how it scales.
 *
 * ## Why
 *
 * Load is cheap to plan for and expensive to be surprised by. The flag is raised if no sentence, heading or diagram in
 * the whole document mentions throughput, limits, shards, replicas, capacity or the like. A section on scaling without
 * figures is reported by `scaling-steps`; a missing heading that the template requires is reported by
 * `required-section`, which does not look at the content.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which is deployed on two servers in one cluster. The service puts each order
 * into a queue, and workers read the queue and write to the database. One worker has a throughput of 200 orders per second.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which is deployed on two servers in one cluster. The service puts each order
 * into a queue, and workers read the queue and write to the database.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No scaling: say which part reaches its limit first as load or data grows
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import { defineRule } from '../core/lint/rule.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { factsOf, sectionFactsAbout } from '../reading/prose/facts.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'unclear-scaling',
  category: 'red-flag',
  description: 'Require a design whose load or data can grow to state how it scales',
  severity: 'warning',
  // A draft may still say it.
  severityInDraft: 'information',
  *check(context) {
    const { document } = context
    if (!isJudged(context, topics.scaling) || !natureOf(document).isDeployed) return
    if (judgementOf(context, 'scaling').status === 'met') return
    const facts = factsOf(document)
    // Words such as "many" or "limit" alone say nothing about growth.
    if (
      facts.blocks.some(({ scan }) => scan.concepts.has('strongGrowth')) ||
      sectionFactsAbout(facts, 'scaleHeading').length > 0
    )
      return
    yield {
      ...absence(document, 'scaling', 'say which part reaches its limit first as load or data grows'),
      gap: 'scaling',
    }
  },
})
