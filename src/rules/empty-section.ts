/**
 * Disallow empty sections.
 *
 * ## Why
 *
 * A heading is a promise. With nothing under it, readers cannot tell whether there is nothing to say, nobody has
 * thought about it, or the text got lost. One sentence that says so ("None: the data is public.") is enough. Comments
 * do not count, because the published page does not show them; subsections do.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ### Load
 *
 * 200 orders a second.
 *
 * ## Outcome
 *
 * A queue.
 *
 * ### Its test: https://example.org/test
 *
 * ##
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * <!-- Say why. -->
 *
 * ## Outcome
 *
 * A queue.
 * ```
 *
 * ```text messages
 * 3:1-3:11: `Context` is empty: write the section, or remove the heading
 * ```
 */
import { withoutComments } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'

export default defineRule({
  id: 'empty-section',
  category: 'structure',
  description: 'Disallow empty sections',
  severity: 'warning',
  severityInDraft: 'information',
  *check({ document }) {
    for (const section of document.sections) {
      // A heading without text is still being typed; one with a URL says where to read on.
      const { title } = section
      if (section === document.title || section.children.length > 0 || !title || title.includes('://')) continue
      const shows = section.content.some(
        (node) => node.type !== 'definition' && !(node.type === 'html' && isOnlyComments(node.value)),
      )
      if (!shows)
        yield {
          ...document.rangeOf(section.heading),
          reason: `\`${title}\` is empty: write the section, or remove the heading`,
        }
    }
  },
})

const isOnlyComments = (html: string): boolean => withoutComments(html).trim() === ''
