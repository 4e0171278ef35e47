/** Reads the sections and the leaves of a mermaid treemap. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf } from './statements.ts'
import { uniqueId } from './uniqueId.ts'

/** A line belongs to the nearest line above it with less indentation. */
export const readTreemap: ReadGraph = (text, draft) => {
  const used = new Map<string, number>()
  const open: { readonly id: string; readonly indent: number }[] = []
  for (const { text: line, start, indent } of linesOf(text)) {
    const [whole, double, single, value] = item.exec(line) ?? []
    const label = double ?? single
    if (!whole || !label) continue
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop()
    const id = uniqueId(label, used)
    const parent = open.at(-1)?.id
    draft.node(id, { start, end: start + whole.length }, { label, value, parent, ...(!value && { kind: 'group' }) })
    if (!value) open.push({ id, indent })
  }
}

/** A quoted name and, for a leaf, its figure. */
const item = /^(?:"([^"\n]*)"|'([^'\n]*)')(?:\s*[:,]\s*([\d.,]+))?/
