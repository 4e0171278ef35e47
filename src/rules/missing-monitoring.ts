/**
 * Require a design of a running system to state how it is monitored.
 *
 * ## Why
 *
 * If nobody monitors a system, its users notice an outage first. The flag is raised if no section, sentence or diagram
 * in the whole document names anything to look at, or if logs or monitoring are only mentioned in passing. It is not
 * raised for things that do not run, such as a library. A weak section on monitoring is reported by `monitoring-plan`;
 * a missing heading that the template requires is reported by `required-section`, which does not look at the content.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which is deployed as two instances behind a load balancer. The service puts
 * each order into a queue, and workers read the queue and write to the database. The workers expose
 * metrics, and an alert goes out when the queue grows.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which is deployed as two instances behind a load balancer. The service puts
 * each order into a queue, and workers read the queue and write to the database.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No monitoring: say how the team would notice an outage
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which is deployed as two instances behind a load balancer. The service puts
 * each order into a queue, and workers read the queue, write to the database and log a line.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No monitoring beyond a mention (`log a line`): say how the team would notice an outage
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { areNear, factsOf, proseOf } from '../reading/prose/facts.ts'
import { type Mention, mentionsOf } from '../reading/prose/mentions.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'missing-monitoring',
  category: 'red-flag',
  description: 'Require a design of a running system to state how it is monitored',
  severity: 'warning',
  // A draft may still say it.
  severityInDraft: 'information',
  *check(context) {
    const { document } = context
    if (!isJudged(context, topics.monitoring) || !natureOf(document).isOperated) return
    const { status } = judgementOf(context, 'monitoring')
    const passing = status === 'partial' ? onlyMentions(document) : []
    if (status === 'met' || !passing) return
    yield {
      ...absence(document, 'monitoring', 'say how the team would notice an outage', passing[0]),
      gap: 'monitoring',
    }
  },
})

/** Mentions of logs and the like; undefined if there are several, or if the document names anything to observe. */
function onlyMentions(document: DocumentModel): readonly Mention[] | undefined {
  const prose = proseOf(factsOf(document))
  const named = mentionsOf(prose, 'metric', 'alert', 'dashboard', 'trace', 'health')
  const shown = prose.filter((block) => areNear(block, 'state', 'showing', 30))
  const passing = mentionsOf(prose, 'logging', 'watch')
  return named.length > 0 || shown.length > 1 || passing.length > 2 ? undefined : passing
}
