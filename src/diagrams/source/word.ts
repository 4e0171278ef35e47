/** Finds the word and the line at an offset in the source of a diagram. */

import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'

/** A word in its line. Offsets are UTF-16, into the source. */
export interface WordInLine {
  readonly start: number
  readonly end: number
  /** The line up to the word, without indentation. */
  readonly before: string
  readonly line: { readonly start: number; readonly text: string }
}

/** Signs that a word may begin with, as in `@startuml` and `!theme`. */
const isSign = (unit: string): boolean => unit === '@' || unit === '!'
const isLetter = (unit: string): boolean => /[\p{L}\p{N}\p{M}_]/u.test(unit)

/** The word around an offset: letters, digits and single hyphens between them. Empty if there is none. */
export function wordAt(source: string, offset: number): WordInLine {
  const from = lineStart(source, offset)
  const until = lineEnd(source, offset)
  const isInner = (at: number) =>
    isLetter(source.charAt(at)) ||
    (source.charAt(at) === '-' && at > from && isLetter(source.charAt(at - 1)) && isLetter(source.charAt(at + 1)))
  let start = offset
  while (start > from && isInner(start - 1)) start--
  let end = offset
  while (end < until && isInner(end)) end++
  if (start > from && isSign(source.charAt(start - 1)) && source.slice(from, start - 1).trim() === '') start--
  return {
    start,
    end,
    before: source.slice(from, start).trimStart(),
    line: { start: from, text: source.slice(from, until) },
  }
}
