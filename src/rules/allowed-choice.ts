/**
 * Enforce one of the values that the template offers.
 *
 * ## Why
 *
 * A status that is spelled in five ways cannot be searched, counted or trusted. Where the template gives the author a list
 * to pick from, the document holds one of its values; what follows the value, such as a date or a link in brackets, is free.
 *
 * ## Examples
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * - **Status:** final (2026-03-09)
 *
 * ## Context
 *
 * Status: whatever, this is prose of another section.
 * ```
 *
 * ```md ok type=note
 * ---
 * status: "draft"
 * ---
 * # Note: Use a queue
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * - **Status:** Finl
 * ```
 *
 * ```text messages
 * 3:15-3:19: Unexpected value `Finl` for `Status`, expected `Draft` or `Final`
 * ```
 *
 * ```md fixed
 * # Note: Use a queue
 *
 * - **Status:** Final
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * **Status**: Draft | Final
 * ```
 *
 * ```text messages
 * 3:13-3:26: Unexpected value `Draft | Final` for `Status`, expected `Draft` or `Final`
 * ```
 */
import type { DocumentModel, Range } from '../core/document.ts'
import { createCodeTest } from '../core/places.ts'
import { defineRule } from '../core/rule.ts'
import { outlineOf } from '../core/sections.ts'
import type { TabStop } from '../core/snippet.ts'
import type { DocumentType } from '../core/template.ts'
import { nearest } from './util/nearest.ts'

export default defineRule({
  id: 'allowed-choice',
  category: 'structure',
  description: 'Enforce one of the values that the template offers',
  severity: 'error',
  *check({ document, type }) {
    const isCode = createCodeTest(document)
    for (const { choices = [], label, scope } of questionsOf(document, type)) {
      for (const { start, end } of answersTo(document, label, scope)) {
        const value = document.text.slice(start, end)
        if (isCode(start) || isPlaceholder(value) || choices.some((choice) => isAnswer(value, choice))) continue
        const likely = nearest(value, choices)
        yield {
          start,
          end,
          reason: `Unexpected value \`${value.slice(0, 60)}\` for \`${label}\`, expected ${choices
            .map((choice) => `\`${choice}\``)
            .join(', ')
            .replace(/, (?=[^,]*$)/, ' or ')}`,
          fixes: choices
            .toSorted((a, b) => Number(b === likely) - Number(a === likely))
            .map((choice) => ({
              title: `Change to "${choice}"`,
              edits: [{ start, end, newText: choice }],
              ...(choice === likely && { isPreferred: true }),
            })),
        }
      }
    }
  },
})

interface Question extends TabStop {
  /** The words before the list of values, such as `Status`; the section's title when there are none. */
  readonly label: string
  readonly scope: Range
}

/** The template's lists of values, and where in the document each one is answered. */
function* questionsOf(document: DocumentModel, type: DocumentType): Generator<Question> {
  const { found } = outlineOf(document, type)
  for (const tabStop of type.tabStops.filter(({ choices }) => choices)) {
    const { text } = type.document
    const before = text.slice(text.lastIndexOf('\n', tabStop.offset - 1) + 1, tabStop.offset)
    // In a table the column says what is asked, and no value follows a label on the line.
    if (before.trimStart().startsWith('|')) continue
    const label = before
      .replace(/^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?/, '')
      .replace(/[*_:|\s]+/g, ' ')
      .trim()
    const spec = type.sections.findLast(({ tabStops }) => tabStops.includes(tabStop))
    const section = spec && found.get(spec)
    if (spec && !section) continue
    const scope = section ?? {
      start: 0,
      end: document.sections.find((other) => other !== document.title)?.start ?? document.text.length,
    }
    yield { ...tabStop, label: label || (spec?.title ?? ''), scope }
  }
}

/** The values that the document gives: what stands behind the label on its line. */
function* answersTo({ text }: DocumentModel, label: string, scope: Range): Generator<Range> {
  const words = label
    .split(' ')
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('[ \\t]+')
  const line = new RegExp(
    `^[ \\t>]*(?:[-*+][ \\t]+)?(?:\\*\\*|__)?${words}(?:\\*\\*|__)?[ \\t]*:[ \\t]*(?:\\*\\*|__)?[ \\t]*`,
    'gimu',
  )
  for (const match of text.slice(scope.start, scope.end).matchAll(line)) {
    const start = scope.start + match.index + match[0].length
    const end = start + (/^[^\r\n]*/.exec(text.slice(start, scope.end))?.[0].trimEnd().length ?? 0)
    if (end > start) yield { start, end }
  }
}

/** A value may carry more: `Superseded by ADR-7`, `Accepted (2026-03-09)`. Not the other values: that is the list itself. */
function isAnswer(value: string, choice: string): boolean {
  const plain = value.replace(/^[*_`["']+/, '').toLowerCase()
  return plain.startsWith(choice.toLowerCase()) && !/^\w|^\s*[|/]/.test(plain.slice(choice.length))
}

/** Left for `no-placeholder`. */
const isPlaceholder = (value: string): boolean => /^(?:\[[^\]]*\]|\{[^}]*\}|<[^>]*>|TBD|TODO)$/.test(value)
