/** Explains mistakes in mermaid that many authors make. */

import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'
import type { Failure } from './failure.ts'
import { awaits, expectedPhrase, quote } from './words.ts'

/** Letters that begin something new in a flowchart, so that a label may hold them only in quotes. */
const needsQuotes = /^[([{|<>"@]/

/** How a reason ends that quotes would cure. */
export const needsQuotesReason = ' in a label, expected quotes around the label'

/** Says what stands at the place and what was expected: in the words of a habit where many authors share it. */
export const reasonAt = (text: string, failure: Failure, shown: string, kind: string | undefined): string => {
  const { at, expected } = failure
  const before = text.slice(lineStart(text, at), at)
  if (kind === 'flowchart' && needsQuotes.test(shown.trim()) && awaits(expected, '') && /[[({|>]/.test(before)) {
    return `Unexpected ${quote(shown)}${needsQuotesReason}`
  }
  if (shown.trim() === 'end' && before.trim() !== '') return 'Unexpected `end`, which is a reserved word'
  const phrase = expectedPhrase(expected)
  // Where a line begins, nearly all kinds could end: that helps nobody.
  return `Unexpected ${quote(shown)}${before.trim() === '' && phrase === ', expected the end of the line' ? '' : phrase}`
}

/** In a sequence diagram a semicolon ends the message, and the rest of the text is read as the next one. */
export const findSemicolon = (
  text: string,
  at: number,
  kind: string | undefined,
): { start: number; end: number } | undefined => {
  if (kind !== 'sequenceDiagram') return undefined
  const line = lineStart(text, text.slice(0, at).trimEnd().length)
  const message = text.slice(line, Math.min(at + 1, lineEnd(text, line)))
  const index = /:.*?;(?=.)|:.*;$/.exec(message)
  if (!index) return undefined
  const start = line + message.indexOf(';', message.indexOf(':'))
  return { start, end: start + 1 }
}
