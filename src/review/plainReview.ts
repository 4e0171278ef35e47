/** Formats findings and reviews as plain lines for a reader without an editor: a language model. */

import type { LintMessage } from '../core/lint/lint.ts'
import { count } from '../core/text/count.ts'
import { printable } from '../core/text/printable.ts'
import { type DocumentReview, headlineOf } from './documentReview.ts'
import type { ReviewItem } from './reviewGroup.ts'

/** Returns the line and column of a UTF-16 offset, both from 1. */
export type PlaceOf = (offset: number) => { readonly line: number; readonly column: number }

/** The most findings that are listed; the rest are counted. A model can ask again after fixing these. */
const mostFindings = 100

/**
 * Formats the linter's findings: a headline, then a line for each one as `LINE:COLUMN severity rule message`.
 *
 * @param about the beginning of the headline: the path and the type of the document
 */
export function plainFindings(about: string, messages: readonly LintMessage[], placeOf: PlaceOf): string {
  const lines = messages.slice(0, mostFindings).map(({ start, severity, ruleId, reason, fixes = [] }) => {
    const { line, column } = placeOf(start)
    return `${line}:${column} ${severity} ${ruleId} ${printable(reason)}${fixes.some(({ isPreferred }) => isPreferred) ? ' (can be fixed automatically)' : ''}`
  })
  const rest = messages.length - lines.length
  const headline = `${about}: ${messages.length === 0 ? 'no findings' : count(messages.length, 'finding')}`
  return [headline, ...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n')
}

/** Formats a review: its headline, then each group with its items as `- [state] label (line N): description`. */
export function plainReview(about: string, review: DocumentReview, placeOf: PlaceOf): string {
  const item = ({ label, state, place, description }: ReviewItem) => {
    const line = place && ` (line ${placeOf(place.start).line})`
    return printable(
      `- ${state ? `[${state}] ` : ''}${label}${line ?? ''}${description === undefined ? '' : `: ${description}`}`,
    )
  }
  const groups = review.groups.map(({ label, items }) => {
    const rest = items.length - mostFindings
    return [
      '',
      `${label}:`,
      ...items.slice(0, mostFindings).map(item),
      ...(rest > 0 ? [`- and ${rest} more`] : []),
    ].join('\n')
  })
  return [`${about}: ${headlineOf(review)}`, ...groups].join('\n')
}
