/** Reads the labelled lines and tables at the head of a decision: `**Status:** Accepted · **Date:** 2026-03-09`. */
import type { Html, Nodes, RootContent, Table, TableCell } from 'mdast'
import { type DocumentModel, textOf } from '../document/document.ts'
import { cellContent } from '../document/places.ts'
import type { Range } from '../text/range.ts'
import { findDay } from './calendar.ts'
import { knownStart, type Label, labelOf, stateOf } from './vocabulary.ts'

/** A known label and the range of its value, which may be empty. */
export interface Field extends Range {
  readonly label: Label
  readonly kind: 'line' | 'cell'
  /** The block that contains it. */
  readonly node: RootContent
  /** Identifies the table row, to distinguish fields of different rows. */
  readonly row?: object
}

/** Maximum UTF-16 units per line, lines per block, and table rows that are searched. */
const limits = { line: 2000, lines: 200, rows: 500 }

/** The lines of a block as written, markup included. */
export function linesOf(document: DocumentModel, node: Nodes): readonly Range[] {
  if (node.type !== 'paragraph' && node.type !== 'heading')
    return 'children' in node ? node.children.flatMap((child) => linesOf(document, child)).slice(0, limits.lines) : []
  const { start, end } = document.rangeOf(node)
  const text = document.prose.slice(start, Math.min(end, start + limits.line * limits.lines))
  const lines: Range[] = []
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (lines.length >= limits.lines) break
    lines.push({ start: start + index, end: start + index + line.length })
  }
  return lines
}

/** The fields of a block's lines, list items or rows, in order. */
export function fieldsIn(document: DocumentModel, node: RootContent): readonly Field[] {
  if (node.type === 'table') return fieldsOfTable(document, node)
  if (node.type === 'html') return fieldsOfHtml(document, node)
  if (!['paragraph', 'heading', 'list', 'blockquote'].includes(node.type)) return []
  return linesOf(document, node).flatMap((line) => fieldsOfLine(document, line, node))
}

/** Markers that may precede the first label of a line. */
const lineMark = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+)?/
/** A label at the end of the text before a colon, with the separator that precedes it. */
const labelled =
  /(^|[|｜·•;,，、—–>]|\s[/-]|\s\s|\s(?=[*_]))\s{0,3}([*_]{0,3})([\p{L}][\p{L}\p{M} '’()-]{0,40}?)([*_]{0,3})[ \t]{0,3}$/u

interface Colon {
  /** Where its label begins, including the separator from the previous field. */
  readonly from: number
  /** Where its value begins, after markup and whitespace. */
  readonly start: number
  readonly label: Label | undefined
  /** Emphasis that opens before the label and closes after the value. */
  readonly open: string
}

function fieldsOfLine({ prose }: DocumentModel, { start, end }: Range, node: RootContent): readonly Field[] {
  const line = prose.slice(start, Math.min(end, start + limits.line))
  const mark = lineMark.exec(line)?.[0].length ?? 0
  const colons: Colon[] = []
  for (const { index } of line.matchAll(/[:：]/g)) {
    if (index < mark) continue
    const last = colons.at(-1)
    const from = Math.max(mark, last?.start ?? 0, index - 60)
    const found = labelled.exec(line.slice(from, index))
    // After the first label, a separator is required to distinguish a second one from a sentence.
    if (!found || (found[1] === '' && from !== mark && from !== last?.start)) continue
    const [, sign = '', before = '', label = '', after = ''] = found
    if (sign === '' && last && from === last.start) continue
    const behind = /^[*_]{0,3}[ \t]*/.exec(line.slice(index + 1))?.[0].length ?? 0
    const closes = /^[*_]/.test(line.slice(index + 1))
    colons.push({
      from: from + found.index,
      start: index + 1 + behind,
      label: labelOf(label),
      open: before !== '' && after === '' && !closes ? before : '',
    })
  }
  return colons.flatMap(({ label, start: at, open }, index) => {
    const next = colons[index + 1]
    const value = trimmedEnd(line.slice(at, next?.from ?? line.length))
    const inside = open && value.endsWith(open) ? value.slice(0, -open.length) : value
    return label ? [{ label, kind: 'line' as const, node, start: start + at, end: start + at + inside.length }] : []
  })
}

/** Without a trailing hard break and whitespace. */
const trimmedEnd = (value: string): string =>
  value
    .replace(/\\$/, '')
    .trimEnd()
    .replace(/<br ?\/?>?$/, '')
    .trimEnd()

function fieldsOfTable(document: DocumentModel, table: Table): readonly Field[] {
  const rows = table.children.slice(0, limits.rows)
  const [head, ...body] = rows
  if (!head) return []
  const labels = head.children.map((cell) => labelOf(plain(textOf(cell))))
  const toField = (label: Label | undefined, cell: TableCell | undefined, row: object): readonly Field[] =>
    label && cell ? [{ label, kind: 'cell', node: table, row, ...cellContent(document, cell) }] : []
  if (isHead(labels, head.children, body))
    return body.flatMap((row) => labels.flatMap((label, index) => toField(label, row.children[index], row)))
  // `| Status | Accepted | Date | 2026-03-09 |`: labels and values alternate.
  return rows.flatMap((row) =>
    row.children.flatMap((cell, index) =>
      index % 2 === 0 ? toField(labelOf(plain(textOf(cell))), row.children[index + 1], table) : [],
    ),
  )
}

/**
 * Fields of an HTML table: labels and values alternate in each row or, in a table of two rows, labels are above values.
 */
function fieldsOfHtml(document: DocumentModel, table: Html): readonly Field[] {
  const { start, end } = document.rangeOf(table)
  const html = document.prose.slice(start, Math.min(end, start + limits.line * 10))
  if (!/^\s*<table\b/i.test(html)) return []
  const starts = [...html.matchAll(/<tr\b/gi)].slice(0, limits.rows).map(({ index }) => index)
  const rows = starts.map((from, index) => cellsOfHtml(html, from, starts[index + 1] ?? html.length))
  const [head = [], ...body] = rows
  const isLabel = (cell: { readonly text: string } | undefined) =>
    cell !== undefined && labelOf(plain(cell.text)) !== undefined
  const isHead = rows.length === 2 && head.length > 1 && head.every(isLabel) && !isLabel(body[0]?.[0])
  const pairs = isHead
    ? head.map((cell, index) => [cell, body[0]?.[index]] as const)
    : rows.flatMap((cells) =>
        cells.flatMap((cell, index) => (index % 2 === 0 ? [[cell, cells[index + 1]] as const] : [])),
      )
  return pairs.flatMap(([name, value]) => {
    const label = labelOf(plain(name.text))
    if (!label || !value) return []
    const at = start + value.start
    return [{ label, kind: 'cell' as const, node: table, row: table, start: at, end: at + value.text.length }]
  })
}

/** The text of cells, without surrounding tags. */
const cellsOfHtml = (html: string, from: number, end: number): readonly { text: string; start: number }[] =>
  Array.from(
    html.slice(from, end).matchAll(/<t[hd]\b[^<>]{0,200}>\s{0,50}(?:<[a-z][^<>]{0,100}>\s{0,9}){0,3}([^<>]{0,300})/gi),
    (cell) => {
      const [whole, words = ''] = cell
      return { text: words.trimEnd(), start: from + cell.index + whole.length - words.length }
    },
  )

/** Whether the first row of a table contains the labels of its columns. */
function isHead(
  labels: readonly (Label | undefined)[],
  cells: readonly Nodes[],
  body: readonly { readonly children: readonly Nodes[] }[],
): boolean {
  if (body.length === 0 || labels.every((label) => label === undefined)) return false
  const isValue = (cell: Nodes) => {
    const text = textOf(cell).trim()
    return stateOf(text) !== undefined || knownStart(text) !== undefined || findDay(text) !== undefined
  }
  if (cells.some((cell, index) => labels[index] === undefined && isValue(cell))) return false
  const first = body.map(({ children: [cell] }) => (cell ? plain(textOf(cell)) : ''))
  // *Decided* is a status, too.
  return !first.some((text) => labelOf(text) !== undefined && stateOf(text) === undefined)
}

const plain = (label: string): string => label.trim().replace(/[:：]$/, '')
