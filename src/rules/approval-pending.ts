/**
 * Disallow an approved status while an approval is pending.
 *
 * ## Why
 *
 * People act on the "Approved" at the top. If the table at the bottom says otherwise, either someone was passed over or
 * nobody maintains the table; both should be known before work begins.
 *
 * ## Examples
 *
 * ```md ok type=c4-design
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** In Review
 *
 * ## Approval
 *
 * | Role | Name | Date | Status |
 * | --- | --- | --- | --- |
 * | Security | Rosa | – | Pending |
 * ```
 *
 * ```md bad type=c4-design
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** Approved
 *
 * ## Approval
 *
 * | Role | Name | Date | Status |
 * | --- | --- | --- | --- |
 * | Architect | Kim | 2026-03-09 | Approved |
 * | Security | Rosa | – | Pending |
 * ```
 *
 * ```text messages
 * 12:25-12:32: `Security` is still `Pending`, but the document is `Approved`
 * ```
 */

import { findStatus, statusOf } from '../core/decisions/status.ts'
import { defineRule } from '../core/lint/rule.ts'
import { cellPlace, cellText, columnOf } from '../reading/sections/cells.ts'

export default defineRule({
  id: 'approval-pending',
  category: 'c4',
  description: 'Disallow an approved status while an approval is pending',
  severity: 'warning',
  *check({ document }) {
    const status = statusOf(document)
    const place = findStatus(document)
    if (!status || !place || !/^(?:approved|accepted|final|implemented|done)$/i.test(status)) return
    const sections = document.sections.filter(({ key }) =>
      /^(?:approvals?|sign ?offs?|reviewers?|reviews?|review and approval|approvers?)$/.test(key),
    )
    for (const table of document.nodes('table')) {
      const { start } = document.rangeOf(table)
      const column = columnOf(table, /status|approv|decision|verdict|sign ?off/)
      if (column === undefined || !sections.some((section) => start >= section.start && start < section.end)) continue
      for (const row of table.children.slice(1)) {
        const cell = row.children[column]
        const value = cellText(cell)
        const isOpen = /^(?:\W*)(?:pending|open|waiting|in review|requested|todo|not yet|no|rejected|declined)\b/i.test(
          value,
        )
        if (!cell || !isOpen) continue
        yield {
          ...cellPlace(document, cell),
          reason: `\`${cellText(row.children[0]).slice(0, 40)}\` is still \`${value.slice(0, 40)}\`, but the document is \`${status}\``,
          related: [{ start: place.start, end: place.end, reason: `The document is \`${status}\`` }],
        }
      }
    }
  },
})
