/** Tells what a table lists by the words over its columns. */

import type { Table } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { textOf } from '../../core/document/document.ts'
import type { Facts } from '../prose/facts.ts'

/** What a table lists, by the words over its columns. */
export type TableSubject = 'fields' | 'components' | 'interfaces' | 'failures' | 'costs'

export interface TableFacts {
  readonly node: Table
  readonly start: number
  readonly end: number
  readonly rows: number
  readonly subjects: ReadonlySet<TableSubject>
}

/** The tables of a document that say what they list. */
export const tablesOf = remember(({ document }: Facts): readonly TableFacts[] => {
  // A document may lack some of its rows: those that nobody has filled in.
  const rows = new Set(document.nodes('tableRow'))
  return document.nodes('table').map((node) => ({
    node,
    ...document.rangeOf(node),
    rows: node.children.slice(1).filter((row) => rows.has(row)).length,
    subjects: subjectsOf(node),
  }))
})

const subjectsOf = remember(({ children: [head] }: Table): ReadonlySet<TableSubject> => {
  const columns = head?.children.map((cell) => textOf(cell).slice(0, 80).toLowerCase()) ?? []
  const subjects = new Set<TableSubject>()
  for (const [subject, required] of columnWords)
    if (required.every((word) => columns.some((column) => word.test(column)))) subjects.add(subject)
  return subjects
})

/** For each subject words that must stand over different matters of the table. */
const columnWords: readonly (readonly [TableSubject, readonly RegExp[]])[] = [
  [
    'fields',
    [
      /field|column|propert|attribute|name|key|param|variable|kept|stored|字段|名称|属性|feld|campo/,
      /type|format|default|unit|类型|typ\b|tipo/,
    ],
  ],
  ['fields', [/field|column|propert|attribute|字段/, /descri|meaning|comment|说明|描述/]],
  [
    'components',
    [
      /component|service|module|part|class|actor|container|role|node|layer|plugin|package|element|subsystem|piece|building block|组件|模块|baustein/,
      /responsib|descri|purpose|role|task|what|function|does|technolog|\bjob\b|dut(?:y|ies)|in charge|职责|说明|描述/,
    ],
  ],
  [
    'interfaces',
    [
      /endpoint|method|route|path|url|verb|command|flag|port|option|api|operation|message|param|event|rpc|request|header|接口|参数/,
      /descri|response|return|type|purpose|param|kind|default|usage|body|payload|说明|描述/,
    ],
  ],
  [
    'failures',
    [
      /fail|error|risk|scenario|fault|condition|exception|threat|case|故障|错误/,
      /mitigat|handling|impact|recover|response|result|action|effect|behavio|outcome|expected|code|处理|影响/,
    ],
  ],
  ['costs', [/cost|price|budget|overhead|\$|memory|cpu|成本|费用/]],
]
