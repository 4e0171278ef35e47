/**
 * Disallow template guidance that has served its purpose.
 *
 * ## Why
 *
 * The comments of a template tell the author what belongs in a section. Once the section is written, they only make the
 * source longer, and old guidance next to new text confuses the next person who edits it. Comments are compared with
 * the template word for word, so your own comments stay. They are reported if the status says that the document is no
 * longer a draft or, if it has no status, when nothing is left to fill in. A section that is still to be filled in keeps
 * its guidance.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** Draft
 *
 * ## Context
 * <!-- Why do we write this? -->
 *
 * Orders get lost when the warehouse is slow.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 * <!-- Why do we write this? -->
 *
 * [What made this necessary]
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * ## Context
 * <!-- Why do we write this? -->
 *
 * [What made this necessary]
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * ## Context
 * <!-- Why do
 * we write this? -->
 * <!-- The figures are from March. -->
 *
 * Orders get lost when the warehouse is slow.
 * ```
 *
 * ```text messages
 * 6:1-7:19: Template guidance is still in `Context`: remove it
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * ## Context
 * <!-- The figures are from March. -->
 *
 * Orders get lost when the warehouse is slow.
 * ```
 */

import { statusOf } from '../core/decisions/status.ts'
import { type DocumentModel, sectionAt } from '../core/document/document.ts'
import { isUndecided } from '../core/document/stage.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isSectionMark } from '../core/template/sectionMark.ts'
import type { Range } from '../core/text/range.ts'
import { findPlaceholders } from '../reading/sections/findPlaceholders.ts'

export default defineRule({
  id: 'no-guidance-comment',
  category: 'structure',
  description: 'Disallow template guidance that has served its purpose',
  severity: 'hint',
  *check({ document, type }) {
    const status = statusOf(document)
    const open = findPlaceholders(document, type)
    if (status === undefined ? open.length > 0 : isUndecided(status)) return
    // A section that nobody has written yet still needs its guidance.
    const unwritten = new Set(open.map(({ start }) => sectionAt(document.sections, start)))
    const guidance = new Set(type.document.comments.filter(({ text }) => !isSectionMark(text)).map(fold))
    for (const comment of document.comments) {
      if (!guidance.has(fold(comment))) continue
      const section = sectionAt(document.sections, comment.start)
      if (unwritten.has(section)) continue
      yield {
        start: comment.start,
        end: comment.end,
        reason: `Template guidance is still ${section ? `in \`${section.title}\`` : 'here'}: remove it`,
        fixes: [
          {
            title: 'Remove guidance',
            edits: [{ ...withLine(document, comment), newText: '' }],
            isPreferred: true,
            isSafe: true,
          },
        ],
      }
    }
  },
})

/** Line breaks do not matter. */
const fold = ({ text }: { readonly text: string }): string => text.replace(/\s+/g, ' ')

/** A comment with its whole lines if nothing else is on them, including one of the blank lines around them. */
function withLine({ text }: DocumentModel, { start, end }: Range): Range {
  const before = /(?:^|\n|\r)([ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start))
  const after = /^[ \t]*(\r\n?|\n|$)/.exec(text.slice(end))
  if (!before || !after) return { start, end }
  const from = start - (before[1]?.length ?? 0)
  const until = end + after[0].length
  const isAlone = /(?:^|\r\n|\n\n|\r\r)$/.test(text.slice(0, from)) || from === 0
  const blank = isAlone ? (/^[ \t]*(?:\r\n?|\n)/.exec(text.slice(until))?.[0].length ?? 0) : 0
  return { start: from, end: until + blank }
}
