/** Finds the unclosed fences of a document. */
import type { Code } from 'mdast'
import { remember } from '../data/remember.ts'
import type { ParsedText } from '../markdown/slices.ts'
import { lineEnd, lineStart } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'

/** A fence that is not closed. The range includes everything that is parsed as its code. */
export interface UnclosedFence extends Range {
  /** The marker that would close it. */
  readonly marker: string
}

/** Unclosed fences at the top level, in order; one in a list or blockquote ends with its container. */
export const readUnclosed = (parsed: Pick<ParsedText, 'text' | 'blocks' | 'rangeOf'>): readonly UnclosedFence[] =>
  parsed.blocks.flatMap((node) => {
    if (node.type !== 'code') return []
    const marker = openMarkerOf(node, parsed)
    return marker ? [{ ...parsed.rangeOf(node), marker }] : []
  })

/** Undefined for code that is closed or not fenced. Cached by node, since its source is the same wherever it moves. */
const openMarkerOf = remember(
  (node: Code, { text, rangeOf }: Pick<ParsedText, 'text' | 'rangeOf'>): string | undefined => {
    const { start, end } = rangeOf(node)
    const marker = /^(?:`{3,}|~{3,}|:{3,})/.exec(text.slice(start, lineEnd(text, start)))?.[0]
    if (!marker) return undefined
    const last = lineStart(text, end)
    const line = last > start ? text.slice(last, end).trim() : ''
    return line.length >= marker.length && line === marker.charAt(0).repeat(line.length) ? undefined : marker
  },
)
