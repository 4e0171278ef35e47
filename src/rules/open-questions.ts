/**
 * Require what is still open to be listed as a question.
 *
 * ## Why
 *
 * A question that is stated plainly, with a name and a date, gets an answer; one that is hidden in a sentence, or left
 * out, comes back as a surprise. A draft without open questions is one that nobody has asked about.
 *
 * A sentence is reported if it leaves something open that the section on open questions does not mention. Sections such
 * as *Background*, *Alternatives*, *Risks*, *Assumptions* and *Next Steps* may leave things open. A section that says
 * there are no questions is reported only while the status says that the design is under discussion.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * It has not been decided yet how long an order may wait. Orders that are not yet paid wait until they are confirmed.
 *
 * ## Open Questions
 *
 * - How long may an order wait? (Olga, by May)
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * It has not been decided yet how long an order may wait.
 *
 * ## Open Questions
 *
 * - Who pays for the queue?
 * ```
 *
 * ```text messages
 * 5:1-5:56: This leaves something open: list it as a question, with who answers it and by when
 * ```
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
import { leftOpen } from '../reading/findings/leftOpen.ts'
import { addQuestion, nothingIn } from '../reading/findings/questionList.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'
import { createTitles } from '../reading/vocabulary/titles.ts'

const openMatters = createTitles('openMatters')

export default defineRule({
  id: 'open-questions',
  category: 'checklist',
  description: 'Require what is still open to be listed as a question',
  severity: 'hint',
  *check({ document, type }) {
    const facts = factsOf(document)
    const listing = sectionsAbout(document, type, topics.openQuestions)
    const [section] = listing
    for (const { start, end, block } of leftOpen(document, type, { phrase: 'unsettled', titles: openMatters })) {
      // A question cannot be cut out of a table row.
      const edits = section && block.kind !== 'row' && [addQuestion(section, { start, end }, facts, 'nothing')]
      yield {
        start,
        end,
        reason: 'This leaves something open: list it as a question, with who answers it and by when',
        ...(edits && { fixes: [{ title: `List it under "${section.title}"`, edits }] }),
      }
    }
    const status = statusOf(document)
    if (status === undefined || !isUndecided(status)) return
    // A section without content is reported by `empty-section`.
    for (const { title, heading } of listing.filter((each) => nothingIn(facts, each, 'nothing')))
      yield {
        ...document.rangeOf(heading),
        reason: `\`${title}\` has no questions: what is not known yet, and who can answer it?`,
      }
  },
})
