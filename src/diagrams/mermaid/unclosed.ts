/** Finds unclosed blocks and brackets in mermaid source. */

import { lineEnd } from '../../core/text/lineBounds.ts'
import type { Unclosed } from '../source/unclosed.ts'
import { readBlocks } from './blocks.ts'
import { isC4 } from './inside/kinds.ts'

/** The unclosed blocks, in order. */
export const findUnclosedBlocks = (text: string, kind: string | undefined): Unclosed[] =>
  Array.from(readBlocks(text, kind))
    .filter(({ closedAt }) => closedAt === undefined)
    .map(({ start, end, closer }) => ({ start, end, closer }))
    .sort((one, other) => one.start - other.start)

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '|': '|' }

/** The brackets that a line ends with, such as `[(` of a cylinder, and what closes them; undefined if there are none. */
export const openersAtEnd = (line: string): { readonly opener: string; readonly closer: string } | undefined => {
  const opener = /(?:\||[([{]{1,3})$/.exec(line)?.[0]
  return opener === undefined
    ? undefined
    : { opener, closer: [...opener].toReversed().reduce((all, each) => all + (pairs[each] ?? ''), '') }
}

/** The innermost bracket still open at the end of a line. Brackets in quotes do not count. */
export const findOpenBracket = (line: string): { index: number; closer: string } | undefined => {
  const open: { index: number; closer: string }[] = []
  const bare = line.replace(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length))
  for (const [index, letter] of Array.from(bare).entries()) {
    const closer = letter === '|' ? undefined : pairs[letter]
    if (closer) open.push({ index, closer })
    else if (letter === open.at(-1)?.closer) open.pop()
  }
  return open.at(-1)
}

const withBrackets = new Set(
  'flowchart swimlane mindmap kanban block architecture quadrantChart xychart radar venn wardley'.split(' '),
)

/** Kinds in which brackets come in pairs: in others they may be part of an arrow or of free text. */
export const hasBracketLabels = (kind: string | undefined): boolean => withBrackets.has(kind ?? '')

/** The unclosed properties in `@{ … }`: another one opens before they end, or the text ends. */
export const findOpenShapeData = (text: string, at: number): Unclosed | undefined => {
  for (let open = text.indexOf('@{'); open >= 0 && open < at; ) {
    const close = text.indexOf('}', open)
    const next = text.indexOf('@{', open + 1)
    if (close < 0 || (next >= 0 && next < close)) {
      return { start: open, end: open + text.slice(open, lineEnd(text, open)).trimEnd().length, closer: '}' }
    }
    open = next
  }
  return undefined
}

/** Kinds in which a quote has no special meaning. */
const quoteless = new Set(['sequenceDiagram', 'gantt', 'journey', 'timeline'])

/**
 * The unclosed quote that makes a parser stop at `at`. Quoted text may span lines, so two lines with an odd number of
 * quotes form a pair; the last one without a partner is the unclosed quote.
 */
export const findUnclosedQuote = (text: string, at: number, kind: string | undefined): Unclosed | undefined => {
  if (quoteless.has(kind ?? '')) return undefined
  let found: Unclosed | undefined
  let since = 0
  let start = 0
  for (const line of text.split('\n')) {
    if (start > at) break
    const quotes = line.split('"').length - 1
    if (quotes % 2 === 1) {
      const quote = start + line.lastIndexOf('"')
      found = found ? undefined : { start: quote, end: start + line.trimEnd().length, closer: '"' }
      since = 0
    } else if (quotes > 0) since++
    start += line.length + 1
  }
  if (!found || found.start > at) return undefined
  // After an open quote, a parser stops at the next quote or at the end; only in C4 it may go on for a while.
  return since <= 1 || isC4(kind) || at >= text.trimEnd().length ? found : undefined
}
