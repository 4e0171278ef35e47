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
 * - Ben, Security: pending
 * - Legal: no objections
 * - [ ] Works council: not required
 * - [ ] ~~Data protection~~
 *
 * ### Conditions
 *
 * - [ ] A load test before the launch
 * ```
 *
 * ```text messages
 * 10:7-10:24: `Operations (Rosa)` is not ticked, but the document is `Approved`
 * 11:3-11:25: `Ben, Security` is still `pending`, but the document is `Approved`
 * ```
 *
 * ```md ok type=c4-design
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** Approved
 *
 * ## Approval
 *
 * - [x] Approved
 * - [ ] Approved with changes
 * - [ ] Rejected
 * ```
 */

import { largest } from '../core/data/longLists.ts'
import { findStatus, statusOf } from '../core/decisions/status.ts'
import { type DocumentModel, type Range, sectionAt, textOf } from '../core/document/document.ts'
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
    const sections = document.sections.filter(({ key }) => isApproval(key) || /^reviews?$/.test(key))
    const isWithin = ({ start }: Range) => sections.some((section) => start >= section.start && start < section.end)
    // A list under *Review* may say when to look at the decision again, and one under *Conditions* what is to be done.
    const isRightBelow = ({ start }: Range) => isApproval(sectionAt(document.sections, start)?.key ?? '')
    const open = [...[...inTables(document)].filter(isWithin), ...[...inLists(document)].filter(isRightBelow)]
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
  for (const list of document.nodes('list')) {
    const items = list.children.flatMap(({ checked, children: [first] }) =>
      first?.type === 'paragraph' && first.children[0]?.type !== 'delete'
        ? [{ checked, place: first, text: textOf(first).replace(/\s+/g, ' ').trim() }]
        : [],
    )
    // The verdict as boxes: *approved*, *approved with changes*, *rejected*.
    if (items.some(({ text }) => /^(?:approved|accepted|rejected|declined)$/i.test(text))) continue
    for (const { checked, place, text } of items) {
      const approval = opennessOf(checked === false, text)
      if (approval) yield { ...document.rangeOf(place), ...approval }
    }
  }
}

/** The whole rest of an item, since prose goes on: *no objections*, *open to both*. */
const saysOpen = /^(?:still )?(?:pending|open|waiting|in review|todo|not yet(?: given)?|rejected|declined)\W*$/i

/** An approval that nobody has to give, and an entry of a history. */
const doesNotCount = /\b(?:n\/a|not (?:applicable|needed|required)|optional|waived)(?:\W|$)|^\d{4}-\d\d-\d\d\b|^[{<[]/i

/** `Security: pending`, `Kim, Security - pending`, or a box without a tick. */
function opennessOf(isUnticked: boolean, text: string): Pick<OpenApproval, 'who' | 'state'> | undefined {
  if (text === '' || doesNotCount.test(text)) return undefined
  const at = largest(
    [',', ':', ';', '–', '—', ' - '].map((sign) => text.lastIndexOf(sign)),
    -1,
  )
  const said = text.slice(at + 1).replace(/^[\s-]+/, '')
  if (at > 0 && saysOpen.test(said)) return { who: text.slice(0, at).trim(), state: said }
  return isUnticked ? { who: text } : undefined
}
