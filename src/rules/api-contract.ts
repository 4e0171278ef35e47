/**
 * Require interfaces to state their inputs and outputs.
 *
 * ## Why
 *
 * Interfaces that others build on are the hardest to change later. "A REST API" does not say what a caller has to send,
 * what comes back, or what an error looks like. Endpoints, messages, signatures, commands or configuration fields are
 * enough, anywhere in the document, if their inputs or outputs are given.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## API
 *
 * | Endpoint | Request | Response |
 * |---|---|---|
 * | `POST /orders` | lines | `202` and the id |
 * | `GET /orders/:id` | | the order |
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## API
 *
 * | Call | Input | Output |
 * |---|---|---|
 * | place | cart | order number |
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## API
 *
 * The Order API offers endpoints to place and to read orders.
 * ```
 *
 * ```text messages
 * 3:1-3:7: `API` does not show requests and responses: add endpoints, messages or an interface with both
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * ## Components
 *
 * ### API
 *
 * Takes orders from all shops and answers their questions.
 *
 * ## API Contract
 *
 * The Order API offers endpoints to place and to read orders.
 * ```
 *
 * ```text messages
 * 9:1-9:16: `API Contract` does not show requests and responses: add endpoints, messages or an interface with both
 * ```
 */

import { reportGap } from '../checklist/reportGap.ts'
import { defineRule } from '../core/lint/rule.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'api-contract',
  category: 'checklist',
  description: 'Require interfaces to state their inputs and outputs',
  severity: 'warning',
  check: (context) =>
    reportGap(
      context,
      'api-contracts',
      topics.api,
      (title) => `\`${title}\` does not show requests and responses: add endpoints, messages or an interface with both`,
      'The interfaces have no inputs and outputs: add endpoints, messages or signatures',
    ),
})
