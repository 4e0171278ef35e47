/** Finds the marks in a table that are not left for later there: the state of something, or explained by a legend. */

import type { Table, TableCell, TableRow, Text } from 'mdast'
import { createColumnWords } from '../vocabulary/titles.ts'
import { cellText } from './cells.ts'
import { isState } from './states.ts'

const legends = createColumnWords('markColumn')

/** The texts of such marks: `TODO` in a column *Status*, or `TBD` in a column *Abbreviation* with its meaning beside it. */
export function* explainedMarks({ children: [head, ...rows] }: Table): Generator<Text> {
  const titles = head?.children.map(cellText) ?? []
  for (const row of rows)
    for (const [index, cell] of row.children.entries()) {
      const isValue = () => /^TODO$/.test(cellText(cell)) && isState(titles[index] ?? '')
      const isExplained = () => index === 0 && legends.isIn(titles[0] ?? '') && explains(row)
      if (textsIn(cell).length > 0 && (isValue() || isExplained())) yield* textsIn(cell)
    }
}

/** Whether the cells after the first one have words of their own, more than marks and brackets. */
const explains = ({ children: [, ...others] }: TableRow): boolean =>
  others.some((cell) => /\p{L}/u.test(cellText(cell).replace(/\b(?:[A-Z]+|tb[acd])\b|[[{][^[\]{}]*[\]}]/g, '')))

const textsIn = ({ children }: TableCell): readonly Text[] =>
  children.flatMap((node) => {
    if (node.type === 'strong' || node.type === 'emphasis') return node.children.filter((each) => each.type === 'text')
    return node.type === 'text' ? node : []
  })
