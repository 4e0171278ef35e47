/** Splits mermaid source into lines and statements. */

import type { Range } from '../../source/draft.ts'

/** A trimmed statement. */
export interface Statement extends Range {
  readonly text: string
  /** The number of blanks before it on its line. */
  readonly indent: number
}

/** The lines that are not blank, after the header line. */
export function* linesOf(text: string): Generator<Statement> {
  yield* split(text, '\n', 0, text.length)
}

/** Statements, which end at the end of the line or at a semicolon. */
export function* statementsOf(text: string): Generator<Statement> {
  for (const line of linesOf(text)) {
    if (line.text.includes(';')) yield* split(text, ';', line.start, line.end)
    else yield line
  }
}

function* split(text: string, separator: string, from: number, to: number): Generator<Statement> {
  for (let start = from; start <= to; ) {
    const found = text.indexOf(separator, start)
    const end = found < 0 || found > to ? to : found
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    const indent = raw.length - raw.trimStart().length
    if (trimmed && start + indent > 0)
      yield { text: trimmed, start: start + indent, end: start + indent + trimmed.length, indent }
    start = end + 1
  }
}

/** The range of a part of a statement. */
export const rangeIn = ({ start, text }: Statement, part: string, from = 0): Range => {
  const at = start + Math.max(0, text.indexOf(part, from))
  return { start: at, end: at + part.length }
}
