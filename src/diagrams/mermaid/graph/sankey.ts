/** Reads the flows of a mermaid sankey diagram. */

import type { ReadGraph } from '../../source/draft.ts'
import { createScanner } from './scanner.ts'
import { linesOf, type Statement } from './statements.ts'

/** Each line is a flow: source, target and amount. */
export const readSankey: ReadGraph = (text, draft) => {
  for (const line of linesOf(text)) {
    const [from, to, amount] = cellsOf(line)
    if (!from?.name || !to?.name || !amount?.name) continue
    draft.node(from.name, from)
    draft.node(to.name, to)
    draft.edge({ from: from.name, to: to.name, start: from.start, end: amount.end, label: amount.name })
  }
}

interface Cell {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The cells of a CSV line. A quoted cell may contain commas and doubled quotes. */
function cellsOf({ text, start }: Statement): Cell[] {
  const cells: Cell[] = []
  const scan = createScanner(text)
  do {
    scan.take(/\s+/y)
    const from = start + scan.at
    const written = (scan.take(/"(?:[^"]|"")*"/y) ?? scan.take(/[^,"]+/y))?.[0] ?? ''
    const isQuoted = written.startsWith('"')
    const name = isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written
    cells.push({ name: name.trim(), start: from, end: from + written.trimEnd().length })
    scan.take(/\s+/y)
  } while (scan.take(/,/y))
  return cells
}
