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
 * - [x] Architect: Kim, 2026-03-09
 * - [ ] Operations (Rosa)
 * - Security: pending
 * - Legal: no objections
 * ```
 *
 * ```text messages
 * 10:7-10:24: `Operations (Rosa)` is not ticked, but the document is `Approved`
 * 11:3-11:20: `Security` is still `pending`, but the document is `Approved`
 * ```
 */

import type { ListItem } from 'mdast'
import { findStatus, statusOf } from '../core/decisions/status.ts'
import { type DocumentModel, type Range, textOf } from '../core/document/document.ts'
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
    const within = (isMeant: (key: string) => boolean) => {
      const sections = document.sections.filter(({ key }) => isMeant(key))
      return ({ start }: Range) => sections.some((section) => start >= section.start && start < section.end)
    }
    const open = [
      ...[...inTables(document)].filter(within((key) => isApproval(key) || /^reviews?$/.test(key))),
      // A list under *Review* may say when to look at the decision again.
      ...[...inLists(document)].filter(within(isApproval)),
    ]
    for (const { start, end, who, state } of open)
      yield {
        start,
        end,
        reason:
          state === undefined
            ? `\`${who.slice(0, 40)}\` is not ticked, but the document is \`${status}\``
            : `\`${who.slice(0, 40)}\` is still \`${state.slice(0, 40)}\`, but the document is \`${status}\``,
        related: [{ start: place.start, end: place.end, reason: `The document is \`${status}\`` }],
      }
  },
})

/** Whether a section is about approvals, by its key. */
const isApproval = (key: string): boolean =>
  /^(?:approvals?|sign ?offs?|reviewers?|review and approval|approvers?)$/.test(key)

/** An approval that has not been given. */
interface OpenApproval extends Range {
  readonly who: string
  /** Absent for a box without a tick. */
  readonly state?: string
}

const isOpen = (value: string): boolean =>
  /^\W*(?:pending|open|waiting|in review|requested|todo|not yet|no|rejected|declined)\b/i.test(value)

function* inTables(document: DocumentModel): Generator<OpenApproval> {
  for (const table of document.nodes('table')) {
    const column = columnOf(table, /status|approv|decision|verdict|sign ?off/)
    if (column === undefined) continue
    for (const row of table.children.slice(1)) {
      const cell = row.children[column]
      const value = cellText(cell)
      if (cell && isOpen(value)) yield { ...cellPlace(document, cell), who: cellText(row.children[0]), state: value }
    }
  }
}

function* inLists(document: DocumentModel): Generator<OpenApproval> {
  for (const item of document.nodes('listItem')) {
    const [first] = item.children
    if (first?.type !== 'paragraph') continue
    const approval = opennessOf(item, textOf(first))
    if (approval) yield { ...document.rangeOf(first), ...approval }
  }
}

/** The whole rest of an item, since prose goes on: *no objections*, *open to both*. */
const saysOpen = /^(?:still )?(?:pending|open|waiting|in review|todo|not yet(?: given)?|rejected|declined)\W*$/i

/** `Security: pending`, or a box without a tick. */
function opennessOf({ checked }: ListItem, text: string): Pick<OpenApproval, 'who' | 'state'> | undefined {
  const at = text.search(/[,:;–—]| - /)
  const state = text.slice(at).replace(/^[\s,:;–—-]+/, '')
  if (at > 0 && saysOpen.test(state)) return { who: text.slice(0, at).trim(), state }
  return checked === false ? { who: text.trim() } : undefined
}
