/**
 * Require what is still open to be listed as a question.
 *
 * ## Why
 *
 * A question that is stated plainly, with a name and a date, gets an answer; one that is hidden in a sentence, or left
 * out, comes back as a surprise. A draft without open questions is one that nobody has asked about.
 *
 * A sentence is reported if it leaves something open that the section on open questions does not mention. Plans, risks,
 * alternatives and the background may leave things open. An empty section is reported only while the status says that
 * the design is under discussion.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * Nobody knows yet how long an order may wait. Orders that are not yet paid wait until they are confirmed.
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
import { addQuestion } from '../reading/findings/addQuestion.ts'
import { leftOpen } from '../reading/findings/leftOpen.ts'
import { factsOf, firstHit } from '../reading/prose/facts.ts'
import { sectionsAbout, topics } from '../reading/sections/topics.ts'
import { createTitles } from '../reading/vocabulary/titles.ts'

const openMatters = createTitles('openMatters')

export default defineRule({
  id: 'open-questions',
  category: 'checklist',
  description: 'Require what is still open to be listed as a question',
  severity: 'hint',
  *check({ document, type }) {
    const [listing] = sectionsAbout(document, type, topics.openQuestions)
    for (const { start, end, words } of leftOpen(document, type, { phrase: 'unsettled', titles: openMatters }))
      yield {
        start,
        end,
        reason: 'This leaves something open: list it as a question, with who answers it and by when',
        ...(listing && {
          fixes: [{ title: `List it under "${listing.title}"`, edits: [addQuestion(document, listing, words)] }],
        }),
      }
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
