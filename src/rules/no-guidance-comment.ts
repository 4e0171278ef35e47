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
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * ## Context
 * <!-- Why do we write this? -->
 *
 * ### What is lost
 *
 * [Which orders, and how many]
 * ```
 *
 * Guidance that keeps two lists apart leaves an empty comment behind:
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * <!-- Why do we write this? -->
 *
 * - Orders get lost.
 * ```
 *
 * ```text messages
 * 5:1-5:31: Template guidance is still in `Note: Use a queue`: remove it
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * - **Status:** Final
 *
 * <!-- -->
 *
 * - Orders get lost.
 * ```
 */

import { statusOf } from '../core/decisions/status.ts'
import { type Section, sectionAt } from '../core/document/document.ts'
import { removeComment } from '../core/document/removeComment.ts'
import { isUndecided } from '../core/document/stage.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isSectionMark } from '../core/template/sectionMark.ts'
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
    // A section still needs its guidance if nobody has written it, or a part of it, yet.
    const unwritten = new Set<Section | undefined>()
    for (const { start } of open)
      for (let part = sectionAt(document.sections, start); ; part = part.parent) {
        unwritten.add(part)
        if (!part || part === document.title) break
      }
    const guidance = new Set(type.document.comments.filter(({ text }) => !isSectionMark(text)).map(fold))
    for (const comment of document.comments) {
      if (!guidance.has(fold(comment))) continue
      const section = sectionAt(document.sections, comment.start)
      if (unwritten.has(section)) continue
      const edit = removeComment(document, comment)
      yield {
        start: comment.start,
        end: comment.end,
        reason: `Template guidance is still ${section ? `in \`${section.title}\`` : 'here'}: remove it`,
        ...(edit && { fixes: [{ title: 'Remove guidance', edits: [edit], isPreferred: true, isSafe: true }] }),
      }
    }
  },
})

/** Line breaks do not matter. */
const fold = ({ text }: { readonly text: string }): string => text.replace(/\s+/g, ' ')
