/**
 * Disallow two sibling sections with the same name.
 *
 * ## Why
 *
 * Two sections with the same name usually come from merging two drafts. Readers stop at the first and miss the second,
 * links to the heading lead only to the first, and sooner or later the two contradict each other. Sections under
 * different headings may share a name, such as *Pros* under each option.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Outcome
 *
 * ### Queue
 *
 * #### Pros
 *
 * Nothing gets lost.
 *
 * ### Retry
 *
 * #### Pros
 *
 * Nothing to run.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * Orders get lost.
 *
 * ## Outcome
 *
 * A queue.
 *
 * ## 3. Context
 *
 * The warehouse is slow.
 * ```
 *
 * ```text messages
 * 11:1-11:14: There is a second section `Context`: merge the two, or rename one
 * ```
 */

import { groupBy } from '../core/data/groupBy.ts'
import { defineRule } from '../core/lint/rule.ts'

export default defineRule({
  id: 'no-duplicate-section',
  category: 'structure',
  description: 'Disallow two sibling sections with the same name',
  severity: 'warning',
  *check({ document, type }) {
    const isAsked = (key: string) => type.document.sections.filter((section) => section.key === key).length > 1
    const families = groupBy(document.sections, ({ parent }) => parent)
    for (const siblings of families.values()) {
      for (const [key, [first, second, ...more]] of groupBy(siblings, (section) => section.key)) {
        // A heading that occurs three times is intended: flat lists of options, each followed by its pros and cons.
        if (!key || !first || !second || more.length > 0 || isAsked(key)) continue
        yield {
          ...document.rangeOf(second.heading),
          reason: `There is a second section \`${second.title}\`: merge the two, or rename one`,
          related: [{ ...document.rangeOf(first.heading), reason: 'The first one' }],
        }
      }
    }
  },
})
