/**
 * Require a design to define its data and their fields.
 *
 * ## Why
 *
 * Data outlives the code around it. Entity names alone do not say what identifies a record, what may be empty and what
 * refers to what. Code, a table of fields, an ER or class diagram, a record or a file layout are accepted, anywhere in
 * the document.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Data Model
 *
 * | Field | Type |
 * |---|---|
 * | `id` | UUID |
 * | `placed_at` | timestamp |
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Data Model
 *
 * We keep orders, customers and articles, as we did before.
 * ```
 *
 * ```text messages
 * 3:1-3:14: `Data Model` lists no fields: show them in code, a table or an ER diagram
 * ```
 *
 * ```md bad type=architecture-design
 * # Architecture Design: Orders
 *
 * ## Proposed Architecture
 *
 * ### Data Model
 *
 * Orders and customers are stored by the Order API, which is a service of ours.
 * ```
 *
 * ```text messages
 * 5:1-5:15: `Data Model` lists no fields: show them in code, a table or an ER diagram
 * ```
 */

import { reportGap } from '../checklist/reportGap.ts'
import { defineRule } from '../core/lint/rule.ts'
import { topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'data-model-defined',
  category: 'checklist',
  description: 'Require a design to define its data and their fields',
  severity: 'warning',
  check: (context) =>
    reportGap(
      context,
      'data-model',
      topics.dataModel,
      (title) => `\`${title}\` lists no fields: show them in code, a table or an ER diagram`,
      'No data model: describe what is stored, with its fields',
    ),
})
