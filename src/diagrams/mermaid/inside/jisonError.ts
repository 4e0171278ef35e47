/** Reads the errors of mermaid's older parsers, which Jison generated. */

import type { Failure } from '../failure.ts'

/** What the parsers that jison generates throw. */
interface JisonError extends Error {
  readonly hash: {
    /** The text of the token that did not fit. */
    readonly text: string
    /** The line it ends on, from 0. */
    readonly line: number
    /** The last token that did fit; lines from 1, columns from 0. */
    readonly loc?: { readonly first_line: number; readonly first_column: number }
    readonly expected?: readonly string[]
  }
}

/** True for an error from a grammar; an error that mermaid's own code throws while it parses looks alike but has no line. */
export const isJisonError = (error: unknown): error is JisonError =>
  error instanceof Error && 'hash' in error && /^(Parse|Lexical) error on line \d/.test(error.message)

/** A text without its white space, and where each of the letters left stands. */
const skeletonOf = (text: string): { letters: string; offsets: number[] } => {
  const offsets: number[] = []
  for (let offset = 0; offset < text.length; offset++) if (!/\s/.test(text.charAt(offset))) offsets.push(offset)
  return { letters: text.replace(/\s+/g, ''), offsets }
}

/**
 * The message shows up to twenty characters on either side of the place, without line breaks, and a caret below. Neither
 * the line in the message nor the location says where the unfitting token begins, but this piece of text does.
 */
const contextOf = (message: string): { before: string; after: string } | undefined => {
  const [, context = '', ruler = ''] = message.split('\n')
  const caret = /^-*\^$/.test(ruler) ? ruler.length - 1 : -1
  if (caret < 0) return undefined
  return {
    before: context
      .slice(0, caret)
      .replace(/^\.\.\./, '')
      .replace(/\s+/g, ''),
    after: context
      .slice(caret)
      .replace(/\.\.\.$/, '')
      .replace(/\s+/g, ''),
  }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1

const offsetAt = (text: string, line: number, column: number): number => {
  let start = 0
  for (let index = 0; index < line; index++) {
    const newline = text.indexOf('\n', start)
    if (newline < 0) return text.length
    start = newline + 1
  }
  return Math.min(start + column, text.length)
}

/** Where the token begins that did not fit. Of several places that look the same, the one nearest to the line told. */
const findToken = (text: string, error: JisonError): number | undefined => {
  const context = contextOf(error.message)
  if (!context) return undefined
  const { letters, offsets } = skeletonOf(text)
  const wanted = context.before + context.after
  const places: number[] = []
  for (let index = letters.indexOf(wanted); index >= 0 && wanted; index = letters.indexOf(wanted, index + 1)) {
    const first = index + context.before.length
    const isBreak = error.hash.text.trim() === '' && !error.message.startsWith('Lexical')
    places.push(isBreak || first >= offsets.length ? (offsets[first - 1] ?? -1) + 1 : (offsets[first] ?? text.length))
  }
  const away = (offset: number) => Math.abs(lineOf(text, offset + error.hash.text.length) - error.hash.line)
  return places.sort((one, other) => away(one) - away(other))[0]
}

/** Reads where a generated parser gave up in the text it was given. */
export const readJisonError = (text: string, error: JisonError): Failure => {
  const { hash } = error
  const before = hash.loc ? offsetAt(text, hash.loc.first_line - 1, hash.loc.first_column) : 0
  const at = findToken(text, error) ?? (hash.loc ? before : offsetAt(text, hash.line, 0))
  return {
    at,
    token: hash.text,
    before: Math.min(before, at),
    expected: hash.expected ?? [],
    isUnreadable: error.message.startsWith('Lexical'),
  }
}
