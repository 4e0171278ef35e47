/**
 * Require a design to state what can fail and what happens then.
 *
 * ## Why
 *
 * Every call can fail, and what the design leaves open is decided by whoever is on call. The flag is raised if nothing
 * in the whole document, diagrams included, names a failure together with what happens then. A section on failures that
 * names too few, or no mitigation, is reported by `failure-mode-complete`; a missing heading that the template requires
 * is reported by `required-section`, which does not look at the content.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which puts each order into a queue. Workers read the queue and write to the
 * database. When the database is unavailable, the worker retries after a minute; an order that is malformed is rejected.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Clients send orders to the order service, which puts each order into a queue. Workers read the queue and write to the
 * database. The warehouse looks at the database every minute.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No error handling: say what happens when a part fails
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import { defineRule } from '../core/lint/rule.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'missing-error-handling',
  category: 'red-flag',
  description: 'Require a design to state what can fail and what happens then',
  severity: 'warning',
  // A draft may still say it.
  severityInDraft: 'information',
  *check(context) {
    const { document } = context
    if (!isJudged(context, topics.failures) || !natureOf(document).isRunning) return
    if (judgementOf(context, 'failure-modes').status !== 'missing') return
    yield {
      ...absence(document, 'error handling', 'say what happens when a part fails'),
      gap: 'failure-modes',
    }
  },
})
