/** Reads the cells and columns of Markdown tables. */

import type { Table, TableCell } from 'mdast'
import { type DocumentModel, textOf, titleKey } from '../../core/document/document.ts'
import { cellContent } from '../../core/document/places.ts'
import type { Range } from '../../core/text/range.ts'

/** The text of a cell without markup; empty for an absent cell, or one with only an image or a comment. */
export const cellText = (cell: TableCell | undefined): string => (cell ? textOf(cell).trim() : '')

/** The range of a cell's content, without the bars; the whole cell if it is empty. */
export function cellPlace(document: DocumentModel, cell: TableCell): Range {
  const content = cellContent(document, cell)
  return content.start < content.end ? content : document.rangeOf(cell)
}

/** Index of the first column whose folded header matches a pattern; undefined if there is none. */
export function columnOf(table: Table, pattern: RegExp): number | undefined {
  const column = table.children[0]?.children.findIndex((cell) => pattern.test(titleKey(cellText(cell)))) ?? -1
  return column < 0 ? undefined : column
}
