/** Converts offsets between a document, its diagrams and texts, and distinguishes code from prose. */

import type { Nodes, TableCell } from 'mdast'
import { firstIndex } from '../data/firstIndex.ts'
import { remember } from '../data/remember.ts'
import { isElement, pairPlaces } from '../markdown/htmlDiagrams.ts'
import { linesWithBreaks, withoutBreak } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { withoutEnd } from '../text/withoutEnd.ts'
import { type Diagram, type DocumentModel, textOf } from './document.ts'
import { findInSlices } from './readSlices.ts'

/** Returns a test for whether an offset is in code or an HTML comment rather than in prose. */
export function createCodeTest(document: DocumentModel): (offset: number) => boolean {
  const isWithin = (ranges: readonly Range[], offset: number) => {
    const range = ranges[firstIndex(ranges, ({ start }) => start > offset) - 1]
    return range !== undefined && offset < range.end
  }
  return (offset) => isWithin(codeIn(document), offset) || isWithin(document.comments, offset)
}

/** All code of a document, in order. */
const codeIn = remember((document: DocumentModel) => codeInSlices(document))

const codeInSlices = findInSlices(({ nodes }, { rangeOf }) =>
  [...nodes('code'), ...nodes('inlineCode')].map(rangeOf).sort((a, b) => a.start - b.start),
)

/**
 * Converts a range in a diagram's source to the document. The code may be indented or in a list or blockquote: each
 * written line then ends with the corresponding source line.
 *
 * @param at UTF-16 offsets into `diagram.source`
 */
export function placeInDocument(document: Pick<DocumentModel, 'text'>, diagram: Fence, at: Range): Range {
  if (isElement(document.text, diagram.start)) return placeInElement(document, diagram, at)
  const { written, lines, writtenStarts, lineStarts } = fenceLines(diagram, document)
  const toDocument = (offset: number) => {
    const line = lastAtOrBefore(lineStarts, offset)
    const start = writtenStarts[line + 1] ?? written.join('').length
    const prefix = withoutBreak(written[line + 1] ?? '').length - withoutBreak(lines[line] ?? '').length
    const before = lineStarts[line] ?? 0
    return diagram.start + start + Math.max(0, prefix) + Math.min(offset - before, lines[line]?.length ?? 0)
  }
  return { start: toDocument(at.start), end: Math.max(toDocument(at.start), toDocument(at.end)) }
}

/**
 * Converts an offset in the document to a diagram's source; the inverse of `placeInDocument`.
 *
 * @param offset UTF-16 offset into the document
 * @returns undefined if the offset is on a fence line, or outside the diagram
 */
export function offsetInSource(
  document: Pick<DocumentModel, 'text'>,
  diagram: Fence,
  offset: number,
): number | undefined {
  if (isElement(document.text, diagram.start)) return offsetInElement(document, diagram, offset)
  const { written, lines } = fenceLines(diagram, document)
  let start = diagram.start + (written[0]?.length ?? 0)
  let before = 0
  if (offset < start) return undefined
  for (const [index, line] of lines.entries()) {
    const here = written[index + 1] ?? ''
    if (offset < start + here.length || (index === lines.length - 1 && offset === start + here.length)) {
      const length = withoutBreak(line).length
      const prefix = Math.max(0, withoutBreak(here).length - length)
      return before + Math.min(length, Math.max(0, offset - start - prefix))
    }
    start += here.length
    before += line.length
  }
  return undefined
}

type Fence = Pick<Diagram, 'start' | 'end' | 'source'>

const elementPairs = remember(({ start, end, source }: Fence, { text }: Pick<DocumentModel, 'text'>) =>
  pairPlaces(text.slice(start, end), source),
)

function placeInElement(document: Pick<DocumentModel, 'text'>, diagram: Fence, at: Range): Range {
  const pairs = elementPairs(diagram, document)
  const toDocument = (offset: number) => {
    const index = firstIndex(pairs, ({ source }) => source > offset)
    const { source, written } = pairs[index - 1] ?? { source: offset, written: 0 }
    return diagram.start + Math.min(written + offset - source, pairs[index]?.written ?? written)
  }
  const start = toDocument(at.start)
  return { start, end: Math.max(start, toDocument(at.end)) }
}

function offsetInElement(document: Pick<DocumentModel, 'text'>, diagram: Fence, offset: number): number | undefined {
  const pairs = elementPairs(diagram, document)
  const at = offset - diagram.start
  const index = firstIndex(pairs, ({ written }) => written > at)
  const before = pairs[index - 1]
  const next = pairs[index]
  if (!before) return undefined
  if (!next) return at === before.written ? before.source : undefined
  return before.isEntity ? before.source : Math.min(before.source + at - before.written, next.source)
}

/**
 * The lines of a fence as written, starting with the opening fence, and those of its source, with the start offsets of
 * each. Cached by diagram, since some diagrams have a thousand places to convert.
 */
const fenceLines = remember(({ start, end, source }: Fence, { text }: Pick<DocumentModel, 'text'>) => {
  const fence = linesWithBreaks(text.slice(start, end))
  // Indented code has no opening fence.
  const written = isFence(fence[0] ?? '') ? fence : ['', ...fence]
  const lines = linesWithBreaks(source)
  return { written, lines, writtenStarts: startsOf(written), lineStarts: startsOf(lines) }
})

function startsOf(lines: readonly string[]): readonly number[] {
  let start = 0
  return lines.map((line) => {
    start += line.length
    return start - line.length
  })
}

/** The index of the last of some ascending offsets that is at or before another; 0 if there is none. */
const lastAtOrBefore = (starts: readonly number[], offset: number): number =>
  Math.max(0, firstIndex(starts, (start) => start > offset) - 1)

/** The length of a table cell's source without the closing bar and the spaces before it. */
export function cellEnd(written: string): number {
  const text = withoutEnd(written, /[ \t]/)
  const inner = text.endsWith('|') ? text.slice(0, -1) : text
  // After an odd number of backslashes, the bar is text.
  const isEscaped = (inner.length - withoutEnd(inner, /\\/).length) % 2 > 0
  return (isEscaped ? text : withoutEnd(inner, /[ \t]/)).length
}

/** The range of a table cell's content, without the bars and comments at its ends; empty if there is none. */
export function cellContent({ prose, rangeOf }: Pick<DocumentModel, 'prose' | 'rangeOf'>, cell: TableCell): Range {
  const { start, end } = rangeOf(cell)
  const written = prose.slice(start, end)
  const before = /^\|?[ \t]*/.exec(written)?.[0].length ?? 0
  return { start: start + before, end: start + Math.max(before, cellEnd(written)) }
}

/**
 * The offset in the document at which the first characters of some nodes' text end, after the markup that closes there.
 *
 * @param length their number in UTF-16 units, at least one
 */
export function offsetAfter(document: DocumentModel, nodes: readonly Nodes[], length: number): number {
  let left = length
  for (const node of nodes) {
    const { start, end } = document.rangeOf(node)
    const said = textOf(node)
    if (left === said.length) return end
    if (left > said.length) left -= said.length
    else if ('children' in node) return offsetAfter(document, node.children, left)
    else {
      // Escapes and entities are longer in the source, so text after them is found from the end.
      const rest = said.slice(left)
      return document.prose.endsWith(rest, end) ? end - rest.length : start + left
    }
  }
  const last = nodes.at(-1)
  return last ? document.rangeOf(last).end : 0
}

/** Whether a line opens a fence. */
export const isFence = (line: string): boolean => /^ {0,3}(?:```|~~~|:::)/.test(line)
