/**
 * Require front matter that can be read and names a document type that exists.
 *
 * ## Why
 *
 * Front matter that is not valid YAML is shown as text by some sites and dropped by others, and a document type that does
 * not exist means that nothing is checked at all while everybody thinks that it is.
 *
 * ## Examples
 *
 * ```md ok
 * ---
 * documentType: note
 * owner: Team Orders
 * ---
 * # Use a queue
 * ```
 *
 * ```md ok type=note
 * ---
 * documentType: none
 * ---
 * # Use a queue
 * ```
 *
 * ```md bad
 * ---
 * documentType: nota
 * ---
 * # Use a queue
 * ```
 *
 * ```text messages
 * 2:15-2:19: Unknown document type `nota`: did you mean `note`?
 * ```
 *
 * ```md fixed
 * ---
 * documentType: note
 * ---
 * # Use a queue
 * ```
 *
 * ```md bad
 * ---
 * owner: "Team Orders
 * ---
 * # Note: Use a queue
 * ```
 *
 * ```text messages
 * 2:1-2:20: Front matter is not valid YAML: unexpected end of the stream within a double quoted scalar
 * ```
 */

import { defineRule } from '../core/lint/rule.ts'
import { wordOf } from '../core/markdown/frontmatter.ts'
import { noType } from '../core/template/documentType.ts'
import { nearest } from '../core/text/nearest.ts'
import { listOf } from '../reading/findings/listOf.ts'

export default defineRule({
  id: 'valid-frontmatter',
  category: 'structure',
  description: 'Require front matter that can be read and names a document type that exists',
  severity: 'error',
  *check({ document: { frontmatter, text }, types }) {
    const typeIds = types.map(({ id }) => id)
    const { data, places, problem } = frontmatter
    if (problem) yield problem
    const declared = data['documentType']
    const place = places['documentType']
    if (declared === undefined || declared === noType || !place || typeIds.some((id) => id === declared)) return
    const written = wordOf(declared) ?? (text.slice(place.start, place.end) || 'null')
    const likely = nearest(written, typeIds)
    yield {
      ...place,
      reason: `Unknown document type \`${written}\`: ${likely ? `did you mean \`${likely}\`?` : `there are ${listOf(typeIds)}`}`,
      ...(likely && {
        fixes: [{ title: `Change to "${likely}"`, edits: [{ ...place, newText: likely }], isPreferred: true }],
      }),
    }
  },
})
