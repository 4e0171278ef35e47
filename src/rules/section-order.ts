/**
 * Enforce the order of the document type's sections.
 *
 * ## Why
 *
 * People who read many designs look for the same content in the same place, and each section of a template builds on
 * those before it. Sections that the template does not have may be anywhere. Only the smallest number of sections that
 * would have to move is reported. The quick fix moves them unchanged, with everything under them; numbers in headings
 * stay as they are.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * Orders get lost when the warehouse is slow.
 *
 * ## Load
 *
 * 200 orders a second.
 *
 * ## Outcome
 *
 * We put a queue between them.
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Outcome
 *
 * We put a queue between them.
 *
 * ## Load
 *
 * 200 orders a second.
 *
 * ## Background
 *
 * Orders get lost when the warehouse is slow.
 * ```
 *
 * ```text messages
 * 11:1-11:14: `Background` belongs before `Outcome`
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * ## Background
 *
 * Orders get lost when the warehouse is slow.
 *
 * ## Outcome
 *
 * We put a queue between them.
 *
 * ## Load
 *
 * 200 orders a second.
 * ```
 */

import { groupBy } from '../core/data/groupBy.ts'
import { longestIncreasingSubsequence } from '../core/data/longestIncreasingSubsequence.ts'
import type { DocumentModel, Section } from '../core/document/document.ts'
import { insertionAt, outlineOf } from '../core/document/sections.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { lineBreakOf } from '../core/text/lineBreak.ts'
import type { TextEdit } from '../core/text/textEdit.ts'

export default defineRule({
  id: 'section-order',
  category: 'structure',
  description: "Enforce the order of the document type's sections",
  severity: 'hint',
  *check({ document, type }) {
    // No order is promised.
    if (isFreeForm(type)) return
    const inOrder = [...outlineOf(document, type).found].filter(([{ isOffered }]) => !isOffered)
    const ranked = inOrder.map(([spec, section]) => ({
      section,
      rank: type.sections.indexOf(spec),
      family: `${section.parent?.start} ${spec.parent && type.sections.indexOf(spec.parent)}`,
    }))
    for (const family of groupBy(ranked, ({ family }) => family).values()) {
      const inText = family.toSorted((a, b) => a.section.start - b.section.start)
      const stay = longestIncreasingSubsequence(inText, ({ rank }) => rank)
      for (const each of inText.filter((one) => !stay.includes(one))) {
        const before = stay.findLast(({ rank }) => rank < each.rank)?.section
        const neighbour = before ?? stay[0]?.section
        if (!neighbour) continue
        const place = `${before ? 'after' : 'before'} \`${neighbour.title}\``
        yield {
          ...document.rangeOf(each.section.heading),
          reason: `\`${each.section.title}\` belongs ${place}`,
          related: [{ ...document.rangeOf(neighbour.heading), reason: `\`${each.section.title}\` belongs ${place}` }],
          fixes: [
            {
              title: `Move "${each.section.title}" ${before ? 'after' : 'before'} "${neighbour.title}"`,
              edits: move(document, each.section, before ? before.end : neighbour.start),
              isPreferred: true,
            },
          ],
        }
      }
    }
  },
})

/** Moves a section to another offset, with one blank line around it. */
function move(document: DocumentModel, { start, end }: Section, to: number): readonly TextEdit[] {
  const { text } = document
  const isLast = text.slice(end).trim() === ''
  const from = isLast ? text.slice(0, start).trimEnd().length : start
  return [
    { start: from, end: isLast ? text.length : end, newText: isLast ? lineBreakOf(text) : '' },
    insertionAt(document, to, text.slice(start, end).trimEnd()),
  ]
}
