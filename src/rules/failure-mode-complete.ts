/**
 * Require each failure to state its impact on users and its mitigation.
 *
 * ## Why
 *
 * "The database may fail" does not help anyone at night. The impact on users shows how bad it is; the mitigation shows
 * whether it is under control. Failures are recognised where a section lists them: as subsections, rows of a table or
 * named items. The impact is required if the other failures, or a column, state theirs.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Failure Modes
 *
 * - **Queue full**: shops get a 503, and retry with growing pauses.
 * - **Worker crashes**: orders are late; another worker takes over after 30 s.
 * - **No price**: use the default price of the shop.
 * ```
 *
 * An answer to a caller is not a failure:
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * ## Failure Modes
 *
 * ### 404 Not Found
 *
 * The order does not exist.
 *
 * ### Store is down
 *
 * Customers see an error. Orders wait in the queue and are retried.
 * ```
 *
 * Neither is a section on how failures are handled:
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Failures
 *
 * ### Queue full
 *
 * Shops get a 503, and retry with growing pauses.
 *
 * ### Handling of errors from the warehouse
 *
 * They have a status and a text.
 *
 * ### Error Types
 *
 * - **ValidationError**: the order cannot be read.
 *
 * ### HTTP Status Codes (all)
 *
 * They are those of the framework.
 *
 * ### Fehlerantworten
 *
 * Sie haben einen Code und einen Text.
 * ```
 *
 * Subsections with a table each are groups of failures:
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Failure Modes
 *
 * ### Hardware
 *
 * | Failure | Consequences | Mitigation |
 * |---|---|---|
 * | Disk full | Orders wait | Old ones are deleted |
 *
 * ### Environment
 *
 * | Failure | Consequences | Mitigation |
 * |---|---|---|
 * | Fire | Orders are lost | |
 * ```
 *
 * ```text messages
 * 15:3-15:7: Failure `Fire` has no mitigation
 * ```
 *
 * ```md bad type=note
 * # Note: Eine Warteschlange verwenden
 *
 * ## Ausfälle
 *
 * | Ausfall | Auswirkung | Gegenmaßnahme |
 * |---|---|---|
 * | Warteschlange voll | Läden bekommen einen 503 | Sie versuchen es erneut |
 * | Worker stürzt ab | Bestellungen kommen zu spät | |
 * ```
 *
 * ```text messages
 * 8:3-8:19: Failure `Worker stürzt ab` has no mitigation
 * ```
 *
 * ```md bad type=note
 * # Note: Eine Warteschlange verwenden
 *
 * ## Ausfälle
 *
 * ### Warteschlange voll
 *
 * - **Auswirkung:** Läden bekommen einen 503.
 * - **Gegenmaßnahme:** Am nächsten Morgen sieht jemand nach.
 *
 * ### Worker stürzt ab
 *
 * - Bestellungen kommen zu spät.
 * ```
 *
 * ```text messages
 * 10:1-10:21: Failure `Worker stürzt ab` has no impact and no mitigation
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Failure Modes
 *
 * | Failure | Impact | Mitigation |
 * |---|---|---|
 * | Queue full | Shops get a 503 | They retry |
 * | Worker crashes | Orders are late | |
 * ```
 *
 * ```text messages
 * 8:3-8:17: Failure `Worker crashes` has no mitigation
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Failure Modes
 *
 * ### Queue unavailable
 *
 * - Impact: shops get a 503.
 * - Mitigation: they retry with growing pauses.
 *
 * ### Lost error messages
 *
 * - Impact: nobody knows why an order is late.
 *
 * ### Cache down
 *
 * - Impact: shops use stale prices.
 *
 * ### Worker crashes
 *
 * The service has a bug, or the machine has too little memory for it.
 * ```
 *
 * ```text messages
 * 10:1-10:24: Failure `Lost error messages` has no mitigation
 * 14:1-14:15: Failure `Cache down` has no mitigation
 * 18:1-18:19: Failure `Worker crashes` has no impact and no mitigation
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Reliability
 *
 * The service is built in such a way that nothing bad can happen to it.
 * ```
 *
 * ```text messages
 * 3:1-3:15: `Reliability` does not name a failure: say what can fail, its impact and its mitigation
 * ```
 */

import { reportGap } from '../checklist/reportGap.ts'
import { defineRule } from '../core/lint/rule.ts'
import { failuresOf, lacks } from '../reading/sections/failures.ts'
import { hasPlaceholder } from '../reading/sections/findPlaceholders.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'failure-mode-complete',
  category: 'checklist',
  description: 'Require each failure to state its impact on users and its mitigation',
  severity: 'warning',
  *check(context) {
    const { document, type } = context
    const sections = failuresOf(context)
    for (const failures of sections) {
      for (const failure of failures.items) {
        // `no-placeholder` reports what is to be filled in; the other failures are judged all the same.
        if (hasPlaceholder(document, type, failure.scope)) continue
        const missing = lacks(document, failures, failure)
        if (missing.length > 0)
          yield { ...failure.place, reason: `Failure \`${failure.name}\` has no ${missing.join(' and no ')}` }
      }
    }
    if (sections.length === 0)
      yield* reportGap(
        context,
        'failure-modes',
        topics.failures,
        (title) => `\`${title}\` does not name a failure: say what can fail, its impact and its mitigation`,
      )
  },
})
