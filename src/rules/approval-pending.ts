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
 * ```md bad type=c4-design
 * # System Design: Orders
 *
 * ## Metadata
 *
 * - **Status:** Approved
 *
 * ## Sign-off
 *
 * | Approver | Signed off |
 * | --- | --- |
 * | Kim | 2026-03-09 |
 * | Rosa | Pending since 2026-03-01 |
 * | Ben (optional) | Pending |
 * | Ann | No |
 * | ~~Ida~~ | No |
 * ```
 *
 * ```text messages
 * 12:10-12:34: `Rosa` is still `Pending since 2026-03-01`, but the document is `Approved`
 * 14:9-14:11: `Ann` is still `No`, but the document is `Approved`
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
 * | Name | Decision |
 * | --- | --- |
 * | Kim | No objections |
 * | Rosa | Open to both |
 * | Ben | LGTM |
 * | Legal | n/a |
 * | Ann | Pending, then approved |
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
import { stateOf } from '../core/decisions/vocabulary.ts'
import { type DocumentModel, sectionAt, textOf, titleKey } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import type { Range } from '../core/text/range.ts'
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
  /^(?:approvals?|sign ?offs?|reviewers?|review and approval|approvers?|freigaben?|genehmigung(?:en)?|批准|审批)$/.test(
    key,
  )

/** An approval that has not been given. */
interface OpenApproval extends Range {
  readonly who: string
  /** Absent for a box without a tick. */
  readonly state?: string
}

/** Columns with the state of an approval, by their whole heading: an *Approver* is a person. */
const stateColumns = [
  /^(?:(?:approval|review|sign ?off) )?(?:status|state)$|^(?:stand|(?:审批|评审|批准)?状态)$/,
  /^(?:(?:approval|review) )?(?:decision|verdict|outcome|result|response)$|^(?:entscheidung|ergebnis|(?:审批|评审)?(?:结果|结论|意见))$/,
  /^(?:approvals?|approved|sign(?:ed)? ?off|signed|freigabe|freigegeben|genehmigt|zustimmung|审批|批准)$/,
]

function* inTables(document: DocumentModel): Generator<OpenApproval> {
  for (const table of document.nodes('table')) {
    const [column] = stateColumns.map((heading) => columnOf(table, heading)).filter((found) => found !== undefined)
    if (column === undefined) continue
    for (const { children: cells } of table.children.slice(1)) {
      const named = cells.find((each, index) => index !== column && /\p{L}/u.test(cellText(each)))
      const [who, state] = [cellText(named), cellText(cells[column])]
      const counts =
        who !== '' && named?.children[0]?.type !== 'delete' && ![cellText(cells[0]), who, state].some(isExempt)
      const cell = cells[column]
      if (cell && counts && (isOpen(state) || /^(?:no|nein|否)\W*$/i.test(state)))
        yield { ...cellPlace(document, cell), who, state }
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

/** What is said of an approval that has not been given. Refusals are known in more languages. */
const openWords = new Set(
  `pending, pending approval, pending review, waiting, awaiting approval, awaiting review, open, in review, under review,
  todo, to do, not yet, not yet given, not yet approved, not yet signed, not given, not signed, requested,
  changes requested, ausstehend, steht aus, offen, in prüfung, noch nicht, noch nicht erteilt, en attente, pendiente,
  pendente, in attesa, 待定, 待审批, 待批准, 待审核, 待评审, 审批中, 审核中, 评审中, 未批准, 未审批, 未通过`
    .split(',')
    .map(titleKey),
)
/** What follows such words; prose goes on: *open to both*, *no objections*. */
const remark =
  /[(（[,，;；:：.!–—]|\s-\s|\s(?:since|until|seit|bis)\s|\s(?:(?:on|am)\s)?\d|(?<=\b(?:pending|waiting))\s(?:for|from|on|by)\s/i
/** The end of a history: *rejected, then approved*. */
const saysGiven = /\b(?:approved|accepted|agreed|granted|lgtm|resolved|genehmigt|freigegeben)\b|已(?:批准|通过)/i

/** Whether the words about an approval say that it has not been given: `Pending`, `still open (see minutes)`. */
function isOpen(said: string): boolean {
  const text = said.slice(0, 200).replace(/^[^\p{L}\p{N}]+/u, '')
  const [word = ''] = text.split(remark, 1)
  const key = titleKey(word).replace(/^(?:still|noch) /, '')
  if (!openWords.has(key) && !['rejected', 'deferred'].includes(stateOf(key) ?? '')) return false
  return !saysGiven.test(text.slice(word.length))
}

/** An approval that nobody has to give, and an entry of a history. */
const isExempt = (text: string): boolean =>
  /\b(?:n\/a|not (?:applicable|needed|required)|optional|waived|entfällt|nicht (?:nötig|erforderlich))(?:\W|$)|不适用|无需|^\d{4}-\d\d-\d\d\b|^[{<[]/i.test(
    text,
  )

/** `Security: pending`, `Kim, Security - pending`, or a box without a tick. */
function opennessOf(isUnticked: boolean, text: string): Pick<OpenApproval, 'who' | 'state'> | undefined {
  if (text === '' || isExempt(text)) return undefined
  const at = largest(
    [',', ':', ';', '，', '：', '；', '–', '—', ' - '].map((sign) => text.lastIndexOf(sign)),
    -1,
  )
  const said = text.slice(at + 1).replace(/^[\s-]+/, '')
  if (at > 0 && isOpen(said)) return { who: text.slice(0, at).trim(), state: said }
  return isUnticked ? { who: text } : undefined
}
