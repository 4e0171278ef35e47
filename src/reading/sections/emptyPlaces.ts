/** Finds places left empty: labels, items, rows and headings with no content. */

import type { Heading, List, ListItem, Nodes, Paragraph, RootContent, Table } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { type DocumentModel, textOf } from '../../core/document/document.ts'
import { findInSlices } from '../../core/document/readSlices.ts'
import type { Slice } from '../../core/markdown/slices.ts'
import type { Range } from '../../core/text/range.ts'

/** A place with no content. */
export interface EmptyPlace extends Range {
  readonly kind: 'label' | 'item' | 'row' | 'heading'
  /** The words of a label without its colon; otherwise empty. */
  readonly label: string
}

/** All places with no content, except where somebody may be typing, such as the last item of a list. */
export function* emptyPlaces(document: DocumentModel): Generator<EmptyPlace> {
  yield* emptyInside(document)
  const found = placer(document)
  let depth: number = largestDepth
  for (const [index, node] of document.blocks.entries()) {
    const next = document.blocks[index + 1]
    // Labels under the title have values of their own, whatever section comes first.
    if (node.type === 'heading') depth = node === document.title?.heading ? node.depth + 1 : node.depth
    if (node.type === 'paragraph') {
      const label = labelOf(node)
      if (label !== undefined && endsHere(next, depth)) yield found(node, 'label', label)
    } else if (node.type === 'list') {
      const last = node.children.at(-1)
      const label = last && labelAlone(last)
      if (last && label !== undefined && endsHere(next, depth)) yield found(last.children[0] ?? last, 'label', label)
    } else if (node.type === 'heading' && isEmpty(node) && next && !isAbove(next, node.depth))
      yield found(node, 'heading')
  }
}

/** Empty places in lists and tables. */
const emptyInside = findInSlices(function* ({ nodes }: Slice, document: DocumentModel): Generator<EmptyPlace> {
  const found = placer(document)
  for (const list of nodes('list'))
    for (const { item, label } of emptyItems(list))
      yield label === undefined ? found(item, 'item') : found(item.children[0] ?? item, 'label', label)
  for (const table of nodes('table')) {
    const row = emptyRow(table)
    if (row) yield found(row, 'row')
  }
})

const placer =
  ({ rangeOf }: DocumentModel) =>
  (node: Nodes, kind: EmptyPlace['kind'], label = ''): EmptyPlace => ({ ...rangeOf(node), kind, label })

const isEmpty = remember((node: Heading): boolean => !textOf(node).trim())

/**
 * Whether nothing belongs to a label: what follows is another label, the end, or a heading that is not deeper than the
 * one above the label.
 */
const endsHere = (next: RootContent | undefined, depth: number): boolean =>
  next === undefined ||
  isAbove(next, depth) ||
  next.type === 'thematicBreak' ||
  (next.type === 'paragraph' && isLabelled(next))

/** Before the first heading, a label belongs to no section. */
const largestDepth = 6

const isAbove = (node: RootContent, depth: number): boolean => node.type === 'heading' && node.depth <= depth

/** The empty items of a list. The last item is left out if the list does not show whether something follows it. */
function emptyItems({ children }: List): readonly { readonly item: ListItem; readonly label: string | undefined }[] {
  const bare = children.filter(isBare)
  const counted =
    bare.length === children.length && bare.length > 1 ? bare : bare.filter((item) => item !== children.at(-1))
  const labels = children.flatMap((item, index) => {
    const label = labelAlone(item)
    const next = children[index + 1]
    // Items that a label announces may be siblings as well as children.
    return label !== undefined && next && (isLabelled(next.children[0]) || isBare(next)) ? { item, label } : []
  })
  return [...counted.map((item) => ({ item, label: undefined })), ...labels]
}

const isBare = ({ children: [first, ...others] }: ListItem): boolean =>
  others.length === 0 &&
  (first === undefined ||
    (first.type === 'paragraph' &&
      first.children.every(({ type }) => type === 'text') &&
      /^(?:\[[ xX]?\])?$/.test(textOf(first).trim())))

/** The label of an item that contains nothing else. */
const labelAlone = ({ children: [first, ...others] }: ListItem): string | undefined =>
  first?.type === 'paragraph' && others.length === 0 ? labelOf(first) : undefined

/** The label of a paragraph that contains nothing else: `**Owner:**`. More than five words introduce what follows. */
const labelOf = remember(({ children: [first, ...others] }: Paragraph): string | undefined => {
  if (first?.type !== 'strong' || others.some(({ type }) => type !== 'text')) return undefined
  const rest = others.map(textOf).join('').trim()
  const label = `${textOf(first).trim()}${rest}`
  return /^(?!(?:\S+ ){5})[^:：\n]{2,60}[:：]$/.test(label) && (rest === '' || /^[:：]$/.test(rest))
    ? label.slice(0, -1)
    : undefined
})

/** Whether a block begins with a bold label, whatever follows it. */
const isLabelled = (node: RootContent | ListItem['children'][number] | undefined): boolean => {
  const [first, second] = node?.type === 'paragraph' ? node.children : []
  return (
    first?.type === 'strong' && (/[:：]$/.test(textOf(first).trim()) || /^\s*[:：]/.test(second ? textOf(second) : ''))
  )
}

/**
 * The first row if it is empty, or the first of several empty ones at the end; a single one there may be where somebody
 * is typing. Between rows with content, an empty one separates them.
 */
function emptyRow({ children: [, ...rows] }: Table) {
  const isEmpty = (row: Table['children'][number]) =>
    row.children.every(
      (cell) => cell.children.every(({ type }) => type === 'text' || type === 'html') && !textOf(cell).trim(),
    )
  const [first] = rows
  if (first && isEmpty(first)) return first
  const filled = rows.findLastIndex((row) => !isEmpty(row)) + 1
  return rows.length - filled > 1 ? rows[filled] : undefined
}
