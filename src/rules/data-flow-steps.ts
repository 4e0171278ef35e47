/**
 * Require the path of a request or piece of data through the parts, in order.
 *
 * ## Why
 *
 * Following one request from start to end reveals the step that nobody thought of: who waits for whom, what happens
 * twice, where it gets lost. Numbered steps, a sequence diagram or text that describes it in order are accepted,
 * anywhere in the document.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Data Flow
 *
 * 1. The shop sends the order to the Order API.
 * 2. The Order API writes it to the database and puts it into the queue.
 * 3. The worker reads the queue and sends the order to the warehouse.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Data Flow
 *
 * | Step | Sender | Message |
 * |---|---|---|
 * | 1 | Shop | order placed |
 * | 2 | Queue | order to pack |
 * ```
 *
 * ```md ok type=design
 * # Zimmerbuchung
 *
 * ## Datenfluss
 *
 * 1. Der Gast wählt ein Zimmer.
 * 2. Der Buchungsdienst schreibt eine Reservierung.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Data Flow
 *
 * First the shop writes the order. Next, a worker packs it. Finally the carrier gets a label.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Data Flow
 *
 * ### 1. Order
 *
 * The shop hands the order over.
 *
 * ### 2. Label
 *
 * The carrier prints a label for it.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Data Flow
 *
 * Orders get from the shop to the warehouse.
 * ```
 *
 * ```text messages
 * 3:1-3:13: `Data Flow` has no steps: number them, describe them in order, or draw a sequence diagram
 * ```
 *
 * ```md bad type=design-doc
 * # System Design: Orders
 *
 * The Order API is a service written in Go. It keeps all orders of the last ten years in a database, which is a PostgreSQL
 * with one standby. The shop knows nothing of either.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No data flow: show the path from the first to the last component in numbered steps or a sequence diagram
 * ```
 */

import { reportGap } from '../checklist/reportGap.ts'
import { defineRule } from '../core/lint/rule.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'data-flow-steps',
  category: 'checklist',
  description: 'Require the path of a request or piece of data through the parts, in order',
  severity: 'warning',
  check: (context) =>
    reportGap(
      context,
      'data-flow',
      topics.dataFlow,
      (title) => `\`${title}\` has no steps: number them, describe them in order, or draw a sequence diagram`,
      'No data flow: show the path from the first to the last component in numbered steps or a sequence diagram',
    ),
})
