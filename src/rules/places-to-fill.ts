/**
 * Require a new document to be filled in, and say how much is left.
 *
 * ## Why
 *
 * A document just created from a template looks finished in the Problems panel: its placeholders are hints, and hints
 * are not listed there. This information at the title says how many are left and where they begin. The number goes down
 * as you write. It disappears with the last placeholder of the template, or once all that is left are warnings of their
 * own: in a section that is mostly written, or because the status says that this is no longer a draft. The command *Go to
 * Next Place to Fill In* selects one after the other.
 *
 * ## Examples
 *
 * ```md bad type=note
 * # Note: [Topic]
 *
 * ## Context
 *
 * [What made this necessary]
 *
 * ## Outcome
 *
 * TBD
 * ```
 *
 * ```text messages
 * 1:1-1:16: 3 places to fill in, the first in the title
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * Status: Draft
 *
 * ## Context
 *
 * The peak.
 *
 * ## Outcome
 *
 * [What we do]
 * ```
 *
 * ```text messages
 * 1:1-1:20: 1 place to fill in, in `Outcome`
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * Status: Accepted
 *
 * ## Context
 *
 * The peak.
 *
 * ## Outcome
 *
 * [What we do]
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * Status: Draft
 *
 * ## Context
 *
 * The peak, TBD.
 *
 * ## Outcome
 *
 * A queue.
 * ```
 */
import { type DocumentModel, sectionAt } from '../core/document/document.ts'
import { isDraft, stagesOf } from '../core/document/stage.ts'
import { defineRule } from '../core/lint/rule.ts'
import { count } from '../core/text/count.ts'
import type { Range } from '../core/text/range.ts'
import { titlePlace } from '../reading/findings/titlePlace.ts'
import { findPlaceholders } from '../reading/sections/findPlaceholders.ts'

export default defineRule({
  id: 'places-to-fill',
  category: 'structure',
  description: 'Require a new document to be filled in, and say how much is left',
  severity: 'information',
  *check({ document, type }) {
    const places = findPlaceholders(document, type)
    const [first] = places
    const stages = stagesOf(document, type)
    const isFresh = places.some(
      ({ kind, start }) => (kind === 'template' || kind === 'example') && isDraft(stages.at(start)),
    )
    if (!first || !isFresh) return
    const where = places.length > 1 ? `the first ${whereIs(document, first)}` : whereIs(document, first)
    yield {
      ...titlePlace(document),
      reason: `${count(places.length, 'place')} to fill in, ${where}`,
      related: [{ start: first.start, end: first.end, reason: places.length > 1 ? 'The first place' : 'The place' }],
    }
  },
})

function whereIs({ sections, title, rangeOf }: DocumentModel, { start }: Range): string {
  const section = sectionAt(sections, start)
  if (!section) return 'at the top'
  if (section !== title) return section.title ? `in \`${section.title}\`` : 'in an unnamed section'
  return start < rangeOf(section.heading).end ? 'in the title' : 'below the title'
}
