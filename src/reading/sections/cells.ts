/** Reads the cells and columns of Markdown tables. */

import type { Table, TableCell } from 'mdast'
import { type DocumentModel, type Range, textOf, titleKey } from '../../core/document/document.ts'
import { cellEnd } from '../../core/document/places.ts'

/** What a cell says, without markup; empty for one that is not there. An image or a comment alone says nothing. */
export const cellText = (cell: TableCell | undefined): string => (cell ? textOf(cell).trim() : '')

/** Where a cell's text stands, without the bars; the cell itself where it is empty. */
export function cellPlace({ text, rangeOf }: DocumentModel, cell: TableCell): Range {
  const { start, end } = rangeOf(cell)
  const written = text.slice(start, end)
  const before = /^\|?[ \t]*/.exec(written)?.[0].length ?? 0
  const inner = written.slice(before, cellEnd(written))
  return inner === '' ? { start, end } : { start: start + before, end: start + before + inner.length }
}

/** The column whose head, folded, meets a pattern. Undefined when none does. */
export function columnOf(table: Table, pattern: RegExp): number | undefined {
  const column = table.children[0]?.children.findIndex((cell) => pattern.test(titleKey(cellText(cell)))) ?? -1
  return column < 0 ? undefined : column
}
