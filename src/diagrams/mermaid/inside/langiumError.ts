/** Reads the errors of mermaid's newer parsers, which use Langium. */

import type { Failure } from '../failure.ts'

interface Token {
  readonly image: string
  /** NaN for the end of the text. */
  readonly startOffset: number
}

/** The errors thrown by Langium parsers. */
interface LangiumError extends Error {
  readonly result: {
    readonly lexerErrors: readonly { readonly offset: number; readonly length: number }[]
    readonly parserErrors: readonly {
      readonly message: string
      readonly token: Token
      readonly previousToken?: Token
    }[]
  }
}

/** Whether an error has Langium's lists of lexer and parser errors. */
export const isLangiumError = (error: unknown): error is LangiumError =>
  error instanceof Error && 'result' in error && typeof error.result === 'object'

/**
 * Parses `Expecting token of type 'X'`, or a numbered list of `[X] [Y]`, in which the first token of each entry is
 * expected.
 */
const expectedIn = (message: string): string[] => {
  const single = /Expecting token of type '([^']+)'/.exec(message)?.[1]
  if (single) return [single]
  return Array.from(message.matchAll(/^\s*\d+\. \[([^\],]+)/gm), (match) => match[1] ?? '').filter(Boolean)
}

/** Where Langium stopped in the text it was given: the first of all errors it lists. */
export const readLangiumError = (text: string, error: LangiumError): Failure => {
  const end = text.trimEnd().length
  const unread = error.result.lexerErrors.map(({ offset, length }) => ({
    at: offset,
    token: text.slice(offset, offset + length),
    before: offset,
    expected: [],
    isUnreadable: true,
  }))
  const unfit = error.result.parserErrors.map(({ message, token, previousToken }) => {
    const isEnd = Number.isNaN(token.startOffset)
    const at = isEnd ? end : token.startOffset
    // After a lexer error, the previous token may be one that comes later in the text.
    const before = Math.min(previousToken?.startOffset || 0, at)
    return { at, token: isEnd ? '' : token.image, before, expected: expectedIn(message), isUnreadable: false }
  })
  const first = [...unread, ...unfit].sort((one, other) => one.at - other.at)[0]
  return first ?? { at: 0, token: '', before: 0, expected: [], isUnreadable: false }
}
