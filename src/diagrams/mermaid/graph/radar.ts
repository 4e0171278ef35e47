/** Reads the axes and the curves of a mermaid radar chart. */

import type { ReadGraph } from '../../source/draft.ts'
import { createScanner } from './scanner.ts'
import { linesOf } from './statements.ts'
import { fewOf, itemsOf } from './words.ts'

/** Each axis and each curve is a node; a curve has its figures as value. */
export const readRadar: ReadGraph = (text, draft) => {
  for (const { text: line, start } of linesOf(text)) {
    const word = /^(?:axis|curve)(?=\s)/.exec(line)?.[0]
    if (!word) continue
    const scan = createScanner(line, word.length)
    while (!scan.isDone()) {
      if (scan.take(/[\s,]+/y)) continue
      const from = start + scan.at
      const name = scan.take(/[\w-]+/y)?.[0]
      if (name === undefined) break
      const label = scan.take(/\s*\["([^"\]\n]*)"\]/y)?.[1] ?? name
      const figures = scan.take(/\s*\{([^{}\n]*)\}/y)?.[1]
      const value = figures === undefined ? undefined : fewOf(itemsOf(figures))
      draft.node(`${word} ${name}`, { start: from, end: start + scan.at }, { label, value })
    }
  }
}
