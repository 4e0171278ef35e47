/**
 * Require a design under discussion to list its open questions.
 *
 * ## Why
 *
 * A draft without open questions is one that nobody has asked about. A question that is stated plainly, with a name and
 * a date, gets an answer; one that is left out comes back as a surprise. Nothing is reported unless the status says
 * that the design is still under discussion.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Open Questions
 *
 * - How long may an order wait?
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * ## Open Questions
 *
 * None.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Open Questions
 *
 * None.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * - **Status:** Draft
 *
 * ## Open Questions
 *
 * None.
 * ```
 *
 * ```text messages
 * 5:1-5:18: `Open Questions` has no questions: what is not known yet, and who can answer it?
 * ```
 */

import { statusOf } from '../core/decisions/status.ts'
import { isUndecided } from '../core/document/stage.ts'
import { defineRule } from '../core/lint/rule.ts'
import { factsOf, firstHit } from '../reading/prose/facts.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'open-questions',
  category: 'checklist',
  description: 'Require a design under discussion to list its open questions',
  severity: 'hint',
  *check({ document, type }) {
    const status = statusOf(document)
    if (status === undefined || !isUndecided(status)) return
    const { blocks } = factsOf(document)
    for (const section of sectionsAbout(document, type, topics.openQuestions)) {
      const [first, ...more] = blocks.filter(({ start, end }) => start > section.start && end <= section.end)
      // A section without content is reported by `empty-section`.
      if (!first || more.length > 0 || !firstHit(first, 'nothing') || first.scan.words > 12) continue
      yield {
        ...document.rangeOf(section.heading),
        reason: `\`${section.title}\` has no questions: what is not known yet, and who can answer it?`,
      }
    }
  },
})
