/** Reads the cells and columns of Markdown tables. */

import type { Table, TableCell } from 'mdast'
import { type DocumentModel, textOf, titleKey } from '../../core/document/document.ts'
import { cellEnd } from '../../core/document/places.ts'
import type { Range } from '../../core/text/range.ts'

/** The text of a cell without markup; empty for an absent cell, or one with only an image or a comment. */
export const cellText = (cell: TableCell | undefined): string => (cell ? textOf(cell).trim() : '')

/** The range of a cell's text, without the bars; the whole cell if it is empty. */
export function cellPlace({ text, rangeOf }: DocumentModel, cell: TableCell): Range {
  const { start, end } = rangeOf(cell)
  const written = text.slice(start, end)
  const before = /^\|?[ \t]*/.exec(written)?.[0].length ?? 0
  const inner = written.slice(before, cellEnd(written))
  return inner === '' ? { start, end } : { start: start + before, end: start + before + inner.length }
}

/** Index of the first column whose folded header matches a pattern; undefined if there is none. */
export function columnOf(table: Table, pattern: RegExp): number | undefined {
  const column = table.children[0]?.children.findIndex((cell) => pattern.test(titleKey(cellText(cell)))) ?? -1
  return column < 0 ? undefined : column
}
