/** Finds the fences of a document that no line closes. */
import type { Code } from 'mdast'
import { remember } from '../data/remember.ts'
import type { ParsedText } from '../markdown/slices.ts'
import { lineEnd, lineStart } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'

/** A fence without an end. The range holds all that is read as its code. */
export interface UnclosedFence extends Range {
  /** The signs that would close it. */
  readonly marker: string
}

/** Those of the top level, in order: one in a list or quote ends with that. */
export const readUnclosed = (parsed: Pick<ParsedText, 'text' | 'blocks' | 'rangeOf'>): readonly UnclosedFence[] =>
  parsed.blocks.flatMap((node) => {
    if (node.type !== 'code') return []
    const marker = openMarkerOf(node, parsed)
    return marker ? [{ ...parsed.rangeOf(node), marker }] : []
  })

/** Undefined for code that is closed, or is no fence. The text of a node is the same wherever it stands. */
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
