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
 */

import { checklistTopics } from '../checklist/checklistTopics.ts'
import { checklistIds } from '../checklist/judgement.ts'
import { metElsewhere } from '../checklist/metElsewhere.ts'
import { insertionOf, outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'

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
      const where = after ? `, expected after \`${after.title}\`` : parent ? `, expected in \`${parent.title}\`` : ''
      const gap = checklistIds.find((id) => checklistTopics[id].topic?.test(spec.keys[0] ?? ''))
      yield {
        ...(gap && { gap }),
        ...(place ? document.rangeOf(place.heading) : { start: 0, end: document.text.search(/[\r\n]|$/) }),
        reason: `No section \`${spec.title}\`${where}`,
        fixes: [
          { title: `Add section "${spec.title}"`, edits: [insertionOf(document, type, missing)], isPreferred: true },
        ],
      }
    }
  },
})
