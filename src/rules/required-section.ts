/**
 * Require every section that the document type marks as required.
 *
 * ## Why
 *
 * A reviewer looks for the failure modes by their heading. A missing section and a section that nobody thought about
 * look the same. Sections may come in any order, at any depth and under any of the names that the template lists, with
 * a number, an anchor or more words; a bold line instead of a nested heading counts too. Content that the document has
 * in another place is not reported as missing here, but as a hint by `section-elsewhere`.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Background
 *
 * Orders get lost when the warehouse is slow.
 *
 * ## Outcome
 *
 * We put a queue between them.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## :ship: I. Background {#why}
 *
 * Orders get lost when the warehouse is slow.
 *
 * ## Outcome: a queue (two copies)
 *
 * We put a queue between them.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context of the losses
 *
 * Orders get lost when the warehouse is slow.
 *
 * ## Our outcome
 *
 * We put a queue between them.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * Orders get lost when the warehouse is slow.
 * ```
 *
 * ```text messages
 * 3:1-3:11: No section `Outcome`, expected after `Context`
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * Orders get lost when the warehouse is slow.
 *
 * ## Outcome
 *
 * [What we do]
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Outcome
 *
 * We put a queue between them.
 * ```
 *
 * ```text messages
 * 1:1-1:20: No section `Context`, expected in `Note: Use a queue`
 * ```
 *
 * Sections that are missing in the same place are reported together.
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * We put a queue between the shop and the warehouse.
 * ```
 *
 * ```text messages
 * 1:1-1:20: No sections `Context` and `Outcome`, expected in `Note: Use a queue`
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * We put a queue between the shop and the warehouse.
 *
 * ## Context
 * <!-- Why do we write this? -->
 *
 * [What made this necessary]
 *
 * ## Outcome
 *
 * [What we do]
 * ```
 */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { checklistIds } from '../checklist/judgement.ts'
import { metElsewhere } from '../checklist/metElsewhere.ts'
import { groupBy } from '../core/data/groupBy.ts'
import { insertionOf, insertMissing, type MissingSection, outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { listedNames } from '../core/text/listed.ts'

export default defineRule({
  id: 'required-section',
  category: 'structure',
  description: 'Require every section that the document type marks as required',
  severity: 'warning',
  *check({ document, type }) {
    for (const missing of outlineOf(document, type).missing) {
      const { spec, after, parent } = missing
      if (metElsewhere(document, type, spec)) continue
      const place = after ?? parent
      const gap = checklistIds.find((id) => checklistTopics[id].topic?.test(spec.keys[0] ?? ''))
      yield {
        ...(gap && { gap }),
        ...(place ? document.rangeOf(place.heading) : { start: 0, end: document.text.search(/[\r\n]|$/) }),
        subjects: [spec.title],
        reason: reasonOf(missing),
        fixes: [
          { title: `Add section "${spec.title}"`, edits: [insertionOf(document, type, missing)], isPreferred: true },
        ],
      }
    }
  },
  fold(problems, { document, type }) {
    const reasons = new Set(problems.map(({ reason }) => reason))
    const missing = outlineOf(document, type).missing.filter((each) => reasons.has(reasonOf(each)))
    return [...groupBy(missing, whereOf)].flatMap(([where, group]) => {
      const ofGroup = new Set(group.map(reasonOf))
      const own = problems.filter(({ reason }) => ofGroup.has(reason))
      const [first, ...others] = own
      if (!first || others.length === 0) return own
      const edits = insertMissing(document, type, new Set(group.map(({ spec }) => spec)))
      const subjects = group.map(({ spec }) => spec.title)
      return {
        ...first,
        subjects,
        reason: `No sections ${listedNames(subjects)}${where}`,
        fixes: [
          { title: `Add ${group.length} missing sections`, edits, isPreferred: true },
          ...own.flatMap(({ fixes = [] }) => fixes.map((fix) => ({ ...fix, isPreferred: false }))),
        ],
      }
    })
  },
})

const reasonOf = (missing: MissingSection): string => `No section \`${missing.spec.title}\`${whereOf(missing)}`

const whereOf = ({ after, parent }: MissingSection): string =>
  after ? `, expected after \`${after.title}\`` : parent ? `, expected in \`${parent.title}\`` : ''
