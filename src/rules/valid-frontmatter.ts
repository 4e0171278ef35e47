/**
 * Require front matter to be valid, and to name an existing document type and existing rules.
 *
 * ## Why
 *
 * Some sites show invalid YAML front matter as text, others drop it, and with a document type that does not exist
 * nothing is checked while everyone believes that it is. The same goes for `rules:`, the document's own settings: a
 * misspelt rule or severity would silently change nothing.
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
 * rules:
 *   red-flags: "hint"
 *   decision: warn
 * ---
 * # Note: Use a queue
 * ```
 *
 * ```text messages
 * 3:3-3:12: Unknown rule `red-flags`: did you mean `red-flag`?
 * 4:13-4:17: Unexpected severity `warn`: did you mean `warning`?
 * ```
 *
 * ```md fixed
 * ---
 * rules:
 *   red-flag: "hint"
 *   decision: warning
 * ---
 * # Note: Use a queue
 * ```
 *
 * ```md ok
 * ---
 * rules:
 *   - A queue is drained within an hour
 * ---
 * # Note: Use a queue
 * ```
 *
 * ```md bad
 * +++
 * documentType = "nota" # in TOML, values need quotes
 * +++
 * # Use a queue
 * ```
 *
 * ```text messages
 * 2:16-2:22: Unknown document type `nota`: did you mean `note`?
 * ```
 *
 * ```md fixed
 * +++
 * documentType = "note" # in TOML, values need quotes
 * +++
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

import { defineRule, type Problem, type RuleContext } from '../core/lint/rule.ts'
import { findRuleMistakes, type SettingMistake } from '../core/lint/writtenRules.ts'
import { wordOf } from '../core/markdown/frontmatter.ts'
import { noType } from '../core/template/documentType.ts'
import { suggest } from '../core/text/nearest.ts'
import type { Range } from '../core/text/range.ts'

export default defineRule({
  id: 'valid-frontmatter',
  category: 'structure',
  description: 'Require front matter to be valid, and to name an existing document type and existing rules',
  severity: 'error',
  *check({ document, types, rules }) {
    const { data, places, problem } = document.frontmatter
    if (problem) yield problem
    const declared = data['documentType']
    const place = places['documentType']
    if (declared !== undefined && place && ![noType, ...types.map(({ id }) => id)].some((id) => id === declared))
      yield unknownType(declared, place, document.text, types)
    for (const mistake of findRuleMistakes(document, rules)) yield toProblem(mistake, document.text)
  },
})

function unknownType(declared: unknown, place: Range, text: string, types: RuleContext['types']): Problem {
  const typeIds = types.map(({ id }) => id)
  const written = wordOf(declared) ?? (text.slice(place.start, place.end) || 'null')
  const said = `Unknown document type \`${written}\``
  const { reason, likely } = suggest(said, written, typeIds, { expected: typeIds })
  // TOML needs the quotes.
  const [quote = ''] = /^["']/.exec(text.slice(place.start, place.end)) ?? []
  return {
    ...place,
    reason,
    ...(likely && {
      fixes: [
        { title: `Change to "${likely}"`, edits: [{ ...place, newText: quote + likely + quote }], isPreferred: true },
      ],
    }),
  }
}

/** The problem for a mistake; the fix replaces a single word and keeps its quotes. */
function toProblem({ likely, ...problem }: SettingMistake, text: string): Problem {
  const { start, end } = problem
  const [, quote = '', rest] = /^(["']?)[\w-]{1,60}(["']?)$/.exec(text.slice(start, end)) ?? []
  if (likely === undefined || rest !== quote) return problem
  const edits = [{ start, end, newText: quote + likely + quote }]
  return { ...problem, fixes: [{ title: `Change to "${likely}"`, edits, isPreferred: true }] }
}
