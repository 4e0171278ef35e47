/** Tells what a table lists by its column headings. */

import type { Table } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { textOf } from '../../core/document/document.ts'
import type { Facts } from '../prose/facts.ts'
import { type ColumnWords, createColumnWords } from '../vocabulary/titles.ts'

/** What a table lists, according to its column headings. */
export type TableSubject = 'fields' | 'components' | 'interfaces' | 'failures' | 'costs'

export interface TableFacts {
  readonly node: Table
  readonly start: number
  readonly end: number
  readonly rows: number
  readonly subjects: ReadonlySet<TableSubject>
}

/** The tables of a document, with what they list. */
export const tablesOf = remember(({ document }: Facts): readonly TableFacts[] => {
  // Rows that are not filled in may be left out of the document.
  const rows = new Set(document.nodes('tableRow'))
  return document.nodes('table').map((node) => ({
    node,
    ...document.rangeOf(node),
    rows: node.children.slice(1).filter((row) => rows.has(row)).length,
    subjects: subjectsOf(node),
  }))
})

const subjectsOf = remember(({ children: [head] }: Table): ReadonlySet<TableSubject> => {
  const columns = head?.children.map((cell) => textOf(cell).slice(0, 80)) ?? []
  const subjects = new Set<TableSubject>()
  for (const [subject, required] of columnWords)
    if (required.every((words) => columns.some((column) => words.isIn(column)))) subjects.add(subject)
  if (columns.some((column) => column.includes('$'))) subjects.add('costs')
  return subjects
})

/** Words that must be in the column headings for each subject, one list per column. */
const columnWords: readonly (readonly [TableSubject, readonly ColumnWords[]])[] = [
  ['fields', [createColumnWords('fieldColumn'), createColumnWords('fieldTypeColumn')]],
  ['fields', [createColumnWords('plainFieldColumn'), createColumnWords('meaningColumn')]],
  ['components', [createColumnWords('partColumn'), createColumnWords('dutyColumn')]],
  ['interfaces', [createColumnWords('callColumn'), createColumnWords('callMeaningColumn')]],
  ['failures', [createColumnWords('failureColumn'), createColumnWords('remedyColumn')]],
  ['costs', [createColumnWords('costColumn')]],
]
