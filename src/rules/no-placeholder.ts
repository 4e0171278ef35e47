/**
 * Disallow what the template or the author left to be filled in.
 *
 * ## Why
 *
 * A placeholder that is still there reads like content when one skims the page, and like carelessness when one does not.
 * The rule knows the placeholder texts of the document's own template, the brackets that templates use, and the words
 * that authors use for later. Task boxes, links, references and code are none of them. An open point that is meant to
 * stay belongs under *Open Questions*, as a question.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * - [ ] Ask the [warehouse] about [peak load](load.md) and `[name]`.
 * - [X] The range [0, 10) and the standard [RFC 2119] hold, see the TODO list.
 *
 * ## Outcome
 *
 * Paths look like `/orders/{order id}`.
 *
 * [warehouse]: warehouse.md
 * ```
 *
 * ```md bad type=note
 * # Note: [Topic]
 *
 * ## Context
 *
 * [What made this necessary] since YYYY-MM-DD, as {short reason}.
 *
 * ## Outcome
 *
 * TBD. Who pays ???
 *
 * Kept for [X] days.
 * ```
 *
 * ```text messages
 * 1:9-1:16: Unexpected placeholder `[Topic]`
 * 5:1-5:27: Unexpected placeholder `[What made this necessary]`
 * 5:34-5:44: Unexpected placeholder `YYYY-MM-DD`
 * 5:49-5:63: Unexpected placeholder `{short reason}`
 * 9:1-9:4: Unexpected placeholder `TBD`
 * 9:15-9:18: Unexpected placeholder `???`
 * 11:10-11:13: Unexpected placeholder `[X]`
 * ```
 */
import { type DocumentModel, type Range, rangeOf } from '../core/document.ts'
import { createCodeTest } from '../core/places.ts'
import { defineRule } from '../core/rule.ts'
import type { DocumentType } from '../core/template.ts'
import { isAnglePlaceholder, placeholderHint, placeholderPatterns } from './util/placeholders.ts'

export default defineRule({
  id: 'no-placeholder',
  category: 'structure',
  description: 'Disallow what the template or the author left to be filled in',
  severity: 'warning',
  *check({ document, type }) {
    const found = [...leftFromTemplate(document, type), ...leftByHabit(document)]
    let end = -1
    for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (range.start < end) continue
      end = range.end
      yield { ...range, reason: `Unexpected placeholder \`${shorten(document.text.slice(range.start, range.end))}\`` }
    }
  },
})

/** The template's own placeholder texts, word for word. */
function* leftFromTemplate({ text, nodes, comments }: DocumentModel, { tabStops }: DocumentType): Generator<Range> {
  const placeholders = new Set(
    tabStops.flatMap(({ index, choices, placeholder }) =>
      index && !choices && isTelling(placeholder) ? [placeholder] : [],
    ),
  )
  const isCode = createCodeTest({ nodes, comments })
  const inBrackets = [...placeholders].filter((placeholder) => /^\[[^\]]*\]$/.test(placeholder))
  const longest = Math.max(0, ...inBrackets.map(({ length }) => length))
  // Most are in brackets: one pass over the brackets of the text serves them all.
  for (let at = text.indexOf('['); at >= 0 && longest > 0; at = text.indexOf('[', at + 1)) {
    const close = text.indexOf(']', at) + 1
    if (close > 0 && close - at <= longest && placeholders.has(text.slice(at, close)) && !isCode(at))
      yield { start: at, end: close }
  }
  for (const placeholder of placeholders) {
    if (inBrackets.includes(placeholder)) continue
    for (let at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at + placeholder.length)) {
      const end = at + placeholder.length
      if (isWhole(text, at, end) && !isCode(at)) yield { start: at, end }
    }
  }
}

/** Whether a text would hardly be written by chance: brackets, capitals only, or a phrase. */
const isTelling = (placeholder: string): boolean =>
  /^(?:\[.+\]|\{.+\}|<.+>|[A-Z]{3,})$/.test(placeholder) || placeholder.trim().split(/\s+/).length > 3

const isWhole = (text: string, start: number, end: number): boolean =>
  !/\w/.test(text[start] ?? '') || (!/\w/.test(text[start - 1] ?? '') && !/\w/.test(text[end] ?? ''))

/** Brackets and words that stand for later in any template. */
function* leftByHabit(document: DocumentModel): Generator<Range> {
  for (const node of document.nodes('text')) {
    if (!placeholderHint.test(node.value)) continue
    const { start, end } = rangeOf(node)
    // The text as written: offsets hold even where the value has escapes resolved.
    const written = document.text.slice(start, end)
    if (/^\s*\[\.{3}\]\s*$/.test(written)) yield { start, end }
    for (const pattern of placeholderPatterns)
      for (const match of written.matchAll(pattern))
        yield { start: start + match.index, end: start + match.index + match[0].length }
  }
  for (const node of document.nodes('html')) if (isAnglePlaceholder(node.value)) yield rangeOf(node)
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
