/**
 * Finds steps that a text describes in order: items of a numbered list, or table rows that say who sends what to whom.
 */

import type { Nodes, Table } from 'mdast'
import { type DocumentModel, type Section, textOf } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { cellText } from '../../reading/sections/cells.ts'
import { leadsOf } from '../../reading/sections/leads.ts'
import { createColumnWords } from '../../reading/vocabulary/titles.ts'

/** A step written as a sentence. */
export interface ToldStep {
  readonly kind: 'sentence'
  readonly node: Nodes
  /** On one line, without markup. */
  readonly text: string
}

/** A step written as a table row. */
export interface RowStep {
  readonly kind: 'row'
  readonly from: string
  readonly to: string
  /** Empty if no other column says more. */
  readonly text: string
}

export type Step = ToldStep | RowStep

const senders = createColumnWords('senderColumn')
const receivers = createColumnWords('receiverColumn')
const numbers = createColumnWords('stepColumn')

/** Limits on the number of steps: one is not a sequence, and too many make an unreadable picture. */
const fewest = 2
const most = 40

/**
 * The steps of the first table or list in a section that has at least two; empty if there is none.
 *
 * @param isFlow whether the section is about a flow; elsewhere, a list of names with descriptions lists parts
 */
export function stepsIn(document: DocumentModel, { start, end }: Section, isFlow: boolean): readonly Step[] {
  const isInside = (range: Range) => range.start >= start && range.end <= end
  for (const table of document.nodes('table')) {
    const rows = isInside(document.rangeOf(table)) ? rowsOf(table) : []
    if (rows.length >= fewest && rows.length <= most) return rows
  }
  for (const list of document.nodes('list')) {
    if (list.ordered !== true || list.children.length < fewest || list.children.length > most) continue
    if (!isInside(document.rangeOf(list)) || (!isFlow && leadsOf(list).length === list.children.length)) continue
    return list.children.flatMap((item): readonly ToldStep[] => {
      const [node] = item.children
      const text = node?.type === 'paragraph' ? oneLine(textOf(node)) : ''
      return node && text ? [{ kind: 'sentence', node, text }] : []
    })
  }
  return []
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function rowsOf({ children: [head, ...rows] }: Table): readonly RowStep[] {
  const columns = head?.children.map((cell) => cellText(cell)) ?? []
  const from = columns.findIndex((column) => senders.isAll(column))
  const to = columns.findIndex((column) => receivers.isAll(column))
  if (from < 0 || to < 0) return []
  const said = columns.findIndex(
    (column, index) => index !== from && index !== to && !column.startsWith('#') && !numbers.isAll(column),
  )
  return rows.flatMap(({ children }): readonly RowStep[] => {
    const [sender, receiver] = [cellText(children[from]), cellText(children[to])].map(oneLine)
    return sender && receiver
      ? [{ kind: 'row', from: sender, to: receiver, text: said < 0 ? '' : oneLine(cellText(children[said])) }]
      : []
  })
}
