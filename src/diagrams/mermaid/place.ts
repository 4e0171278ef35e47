/** Turns the point where mermaid's parser stopped into the place of the mistake. */

import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { lineEnd, lineStart } from '../../core/text/lineBounds.ts'
import { missing, type Unclosed } from '../source/unclosed.ts'
import { findOpenCalls } from './drawable.ts'
import type { Failure } from './failure.ts'
import { findHalfArrow } from './halfArrow.ts'
import { findSemicolon, reasonAt } from './hints.ts'
import { isC4 } from './inside/kinds.ts'
import { isLineEnd } from './inside/tokens.ts'
import {
  findOpenBracket,
  findOpenShapeData,
  findUnclosedBlocks,
  findUnclosedQuote,
  hasBracketLabels,
  openersAtEnd,
} from './unclosed.ts'
import { awaits, awaitsBlock, expectedPhrase, isNarrow } from './words.ts'

/** Turns the point where a parser stopped into the place and the message that an author needs. */
export const place = (text: string, failure: Failure, kind: string | undefined): DiagramProblem => {
  const { at, token, isUnreadable } = failure
  const isBreak = token.trim() === '' && !isUnreadable
  const isEnd = isBreak && text.slice(at).trim() === ''
  const semicolon = findSemicolon(text, at, kind)
  if (semicolon) return { reason: 'Unexpected `;` in text, expected `#59;`', ...semicolon }
  const unclosedQuote = findUnclosedQuote(text, at, kind)
  if (unclosedQuote) return missing(unclosedQuote)
  const half =
    findHalfArrow(text, failure, kind) ?? (isC4(kind) ? findOpenCalls(text).find(({ start }) => start < at) : undefined)
  if (half) return half
  const open =
    findOpenShapeData(text, at) ??
    findOpenLabel(text, failure, kind) ??
    findUnclosedBlocks(text, kind).find((block) => block.start < at && (isEnd || block.closer !== 'end'))
  if (open) return missing(open)
  if (isBreak || breaksOff(text, failure)) return placeAtLineEnd(text, failure, isEnd)

  const shown = isUnreadable
    ? (/^\s*(?:[\w-]+|\S)/.exec(text.slice(at))?.[0] ?? '')
    : (token.trimEnd().split('\n', 1)[0] ?? '')
  return {
    reason: reasonAt(text, failure, shown, kind),
    start: at + shown.length - shown.trimStart().length,
    end: at + shown.length,
  }
}

/** The start of the last line before that of `at` that is not blank. */
const previousLine = (text: string, at: number): number =>
  lineStart(text, text.slice(0, lineStart(text, at)).trimEnd().length)

const isFirstOnLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === ''

/** The bracket that a line leaves open. A bracket at the end of the line opens a block instead. */
const findOpenOnLine = (text: string, start: number, end = lineEnd(text, start)): Unclosed | undefined => {
  const line = text.slice(start, end).trimEnd()
  const open = findOpenBracket(line)
  if (!open || open.index === line.length - 1) return undefined
  return { start: start + open.index, end: start + line.length, closer: open.closer }
}

/**
 * The unclosed label. It continues on the following lines until something appears that no label may contain, so the
 * line that the parser reports is not the cause.
 */
const findOpenLabel = (text: string, failure: Failure, kind: string | undefined): Unclosed | undefined => {
  const { at, before, expected } = failure
  const last = text.slice(before, at)
  const startOfLine = lineStart(text, before)
  const label = openersAtEnd(text.slice(startOfLine, before))
  if (label && last.trim().includes('\n') && !/^\s/.test(last)) {
    return {
      start: before - label.opener.length,
      end: startOfLine + text.slice(startOfLine, lineEnd(text, before)).trimEnd().length,
      closer: label.closer,
    }
  }
  if (findOpenOnLine(text, lineStart(text, at), at)) return undefined
  const isFirst = isFirstOnLine(text, at)
  if (!hasBracketLabels(kind)) {
    const open = isFirst && isNarrow(expected) ? findOpenOnLine(text, previousLine(text, at)) : undefined
    return open && awaits(expected, open.closer) ? open : undefined
  }
  // How far the label extends is only known if the parser says that it expects its end.
  const furthest = awaits(expected, '') ? 0 : previousLine(text, at)
  for (let line = previousLine(text, at); line >= furthest && line < at; line = previousLine(text, line)) {
    const open = findOpenOnLine(text, line)
    if (open) return open
    if (line === 0) break
  }
  return undefined
}

/** An arrow or similar at the end of a line, after some text; three dots after a word are not one. */
const arrow = /[^\s\-=.~>]\s*(?:[-=~][-=~.]+[>xo]?|[-=~.]+>|(?<=\s)\.{2,})\s*$/

/** The end of a line that cannot be the end of a statement. */
const connector = /(?:[-=.~]{2,}[>xo]?|[-=.~]>+|[:,([{|])\s*$/

/** Whether the line above ends in an arrow and this one does not, so that the arrow has no target. */
const followsArrow = (text: string, at: number): boolean => {
  const line = lineStart(text, at)
  const previous = previousLine(text, at)
  return (
    line > 0 &&
    arrow.test(text.slice(previous, lineEnd(text, previous))) &&
    !arrow.test(text.slice(line, lineEnd(text, at)))
  )
}

/** Whether a statement is incomplete at the end of its line; the parser notices only at a token of the next line. */
const breaksOff = (text: string, { at, before, expected, isUnreadable }: Failure): boolean => {
  if (followsArrow(text, at)) return true
  if (isUnreadable || !isFirstOnLine(text, at)) return false
  if (awaitsBlock(expected)) return true
  const last = text.slice(before, at)
  return last.trim() !== '' && (isNarrow(expected) || connector.test(last))
}

/** The end of the text in which something is missing. */
const lastContent = (
  text: string,
  { at, before, token }: Pick<Failure, 'at' | 'before' | 'token'>,
  isEnd: boolean,
): number => {
  if (token.trim() !== '' || followsArrow(text, at)) return text.slice(0, lineStart(text, at)).trimEnd().length
  // A text that has consumed everything down to the end began where something else was left incomplete.
  const isSwallowed = isEnd && /\n\s*\S/.test(text.slice(before, at))
  return text.slice(0, isSwallowed ? lineEnd(text, before - 1) : at).trimEnd().length
}

/** The end of the incomplete statement: the last token before the place, on the line where it ends. */
const placeAtLineEnd = (text: string, { at, before, token, expected }: Failure, isEnd: boolean): DiagramProblem => {
  const content = lastContent(text, { at, before, token }, isEnd)
  const line = lineStart(text, content)
  const open = findOpenOnLine(text, line)
  if (open && (expected.length === 0 || awaits(expected, open.closer))) return missing(open)
  const from = before > line && before < content ? before : line
  const start = from + text.slice(from, content).length - text.slice(from, content).trimStart().length
  const rest = expected.filter((name) => !isLineEnd(name))
  return { reason: `Unexpected end of the ${isEnd ? 'diagram' : 'line'}${expectedPhrase(rest)}`, start, end: content }
}
