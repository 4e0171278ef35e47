/** Creates a model of a document without some ranges. */

import type { List, ListItem, Nodes } from 'mdast'
import { firstIndex } from '../data/firstIndex.ts'
import { addAll } from '../data/longLists.ts'
import type { Range } from '../text/range.ts'
import type { DocumentModel } from './document.ts'

/**
 * A document without the content of some ranges; the same object if there are none. Text, slices and sections are still
 * those of the whole document.
 */
export function without(document: DocumentModel, ranges: readonly Range[]): DocumentModel {
  if (ranges.length === 0) return document
  const leftOut: Range[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (start >= (leftOut.at(-1)?.end ?? 0)) leftOut.push({ start, end })
  const isKept = (range: Range) => !isLeftOut(leftOut, range)
  /** An item is kept if its first child is. */
  const isKeptItem = (item: ListItem) => isKept(document.rangeOf(item.children[0] ?? item))
  const places = new Map<Nodes, Range>()
  const withoutItems = (list: List): List | undefined => {
    if (!touches(leftOut, document.rangeOf(list))) return list
    const children = list.children.filter(isKeptItem)
    const [first, last] = [children[0], children.at(-1)]
    if (!first || !last || children.length === list.children.length) return first && list
    const shorter = { ...list, children }
    places.set(shorter, { start: document.rangeOf(first).start, end: document.rangeOf(last).end })
    return shorter
  }
  const keptOf = (nodes: readonly Nodes[], type: Nodes['type']): readonly Nodes[] =>
    type === 'list'
      ? (nodes as readonly List[]).flatMap((list) => withoutItems(list) ?? [])
      : type === 'listItem'
        ? (nodes as readonly ListItem[]).filter(isKeptItem)
        : nodes.filter((node) => isKept(document.rangeOf(node)))
  const listsByType = new Map<string, readonly Nodes[]>()
  /** Most slices are unaffected, and are not filtered. */
  const gather = (type: Nodes['type']): readonly Nodes[] => {
    const found: Nodes[] = []
    let end = 0
    for (const slice of document.slices) {
      const start = end
      end += slice.text.length
      const nodes: readonly Nodes[] = slice.nodes(type)
      if (nodes.length > 0) addAll(found, touches(leftOut, { start, end }) ? keptOf(nodes, type) : nodes)
    }
    return found
  }
  return {
    ...document,
    leftOut,
    blocks: document.blocks.filter((node) => isKept(document.rangeOf(node))),
    rangeOf: (node) => places.get(node) ?? document.rangeOf(node),
    nodes<T extends Nodes['type']>(type: T) {
      const nodes = listsByType.get(type) ?? gather(type)
      listsByType.set(type, nodes)
      return nodes as readonly Extract<Nodes, { type: T }>[]
    },
    diagrams: document.diagrams.filter(isKept),
    embeds: document.embeds.filter(isKept),
  }
}

/** The ranges that are not left out; the same list if all are kept. */
export function withoutLeftOut<T extends Range>(leftOut: readonly Range[], ranges: readonly T[]): readonly T[] {
  const [first, last] = [ranges[0], ranges.at(-1)]
  if (!first || !last || !touches(leftOut, { start: first.start, end: last.end })) return ranges
  return ranges.filter((range) => !isLeftOut(leftOut, range))
}

/** Whether a range is inside one that is left out. @param leftOut sorted, without overlaps */
function isLeftOut(leftOut: readonly Range[], { start, end }: Range): boolean {
  const range = leftOut[firstIndex(leftOut, (each) => each.start > start) - 1]
  return range !== undefined && end <= range.end
}

/** Whether a range contains any part that is left out. */
const touches = (leftOut: readonly Range[], { start, end }: Range): boolean => {
  const next = leftOut[firstIndex(leftOut, (each) => each.end > start)]
  return next !== undefined && next.start <= end
}
