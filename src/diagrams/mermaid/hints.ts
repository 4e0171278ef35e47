/** Explains common mistakes in mermaid. */

import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'
import type { Failure } from './failure.ts'
import { awaits, expectedPhrase, quote } from './words.ts'

/** Characters that have a meaning of their own in a flowchart, so that a label may only contain them in quotes. */
const needsQuotes = /^[([{|<>"@]/

/** The end of a reason for a mistake that quotes would fix. */
export const needsQuotesReason = ' in a label, expected quotes around the label'

/** Says what was found and what was expected, with a specific explanation for common mistakes. */
export const reasonAt = (text: string, failure: Failure, shown: string, kind: string | undefined): string => {
  const { at, expected } = failure
  const before = text.slice(lineStart(text, at), at)
  if (kind === 'flowchart' && needsQuotes.test(shown.trim()) && awaits(expected, '') && /[[({|>]/.test(before)) {
    return `Unexpected ${quote(shown)}${needsQuotesReason}`
  }
  if (shown.trim() === 'end' && before.trim() !== '') return 'Unexpected `end`, which is a reserved word'
  const phrase = expectedPhrase(expected)
  // At the start of a line, nearly everything could end there, so that expectation does not help.
  return `Unexpected ${quote(shown)}${before.trim() === '' && phrase === ', expected the end of the line' ? '' : phrase}`
}

/** In a sequence diagram a semicolon ends the message, and the rest of the text is parsed as the next one. */
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
