/** Reads the slices of a mermaid pie chart. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf } from './statements.ts'

export const readPie: ReadGraph = (text, draft) => {
  for (const { text: line, start } of linesOf(text)) {
    const [whole, double, single, value] = slice.exec(line) ?? []
    const label = double ?? single
    if (whole && label) draft.node(label, { start, end: start + whole.length }, { label, value })
  }
}

const slice = /^(?:"([^"\n]*)"|'([^'\n]*)')\s*:\s*([\d.]+)/
