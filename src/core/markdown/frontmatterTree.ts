/** Reads a front matter value as a tree with offsets, so that mistakes can be reported where they are. */

import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml'
import type { Node, NodeType } from 'jsonc-parser'
import { isRecord } from '../data/records.ts'
import { lineEnd, lineStart, nextLine } from '../text/lineBounds.ts'
import type { Range } from '../text/range.ts'
import { type Events, extentOf, type Frontmatter } from './frontmatter.ts'

/**
 * The value of a top-level key, as a tree like that of a JSON parser; ranges include quotes. Undefined if there is no
 * such key, the front matter is invalid, or an anchor or alias makes a value occur in two places.
 */
export function frontmatterTree(text: string, { range, data }: Frontmatter, key: string): Node | undefined {
  const value = data[key]
  if (!range || value === undefined) return undefined
  const start = nextLine(text, lineEnd(text, range.start))
  const source = text.slice(start, lineStart(text, range.end))
  const tree = text.startsWith('+++', range.start) ? tomlTree(source, key, value) : yamlTree(source, key, value)
  return tree && moved(tree, start)
}

const moved = (node: Node, by: number): Node => ({
  ...node,
  offset: node.offset + by,
  ...(node.children && { children: node.children.map((child) => moved(child, by)) }),
})

const leaf = (value: unknown, { start, end }: Range): Node => ({
  type: typeOf(value),
  value,
  offset: start,
  length: end - start,
})

function typeOf(value: unknown): NodeType {
  const type = typeof value
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'null'
}

function parent(type: NodeType, children: readonly Node[], { start, end }: Range): Node {
  return { type, children: [...children], offset: start, length: end - start }
}

const property = (key: Node, value: Node): Node =>
  parent('property', [key, value], { start: key.offset, end: value.offset + value.length })

function yamlTree(source: string, key: string, value: unknown): Node | undefined {
  const events = parseEvents(source, { maxDepth: 20 })
  // The first event opens the document, the second its mapping; then keys and values alternate.
  for (let at = 2; events[at]?.type === EVENT_ID.SCALAR; ) {
    const { next } = extentOf(source, events, at + 1, 0)
    const found = events[at]
    if (found?.type === EVENT_ID.SCALAR && getScalarValue(source, found) === key) {
      const isPlain = events
        .slice(at + 1, next)
        .every((event) => event.type !== EVENT_ID.ALIAS && !('anchorStart' in event && event.anchorStart > 0))
      return isPlain ? yamlNode(source, events, at + 1, value, found.valueEnd).node : undefined
    }
    at = next
  }
  return undefined
}

/** @param empty the place of a missing value */
function yamlNode(source: string, events: Events, at: number, value: unknown, empty: number) {
  const event = events[at]
  const extent = extentOf(source, events, at, empty)
  const range = { start: Math.min(extent.begin, extent.end), end: extent.end }
  const children: Node[] = []
  let next = at + 1
  if (event?.type === EVENT_ID.SEQUENCE) {
    for (let index = 0; events[next] && events[next]?.type !== EVENT_ID.POP; index++) {
      const read: { node: Node; next: number } = yamlNode(source, events, next, itemOf(value, index), range.start)
      children.push(read.node)
      next = read.next
    }
    return { node: parent('array', children, range), next: next + 1 }
  }
  if (event?.type !== EVENT_ID.MAPPING) return { node: leaf(value, range), next: extent.next }
  while (events[next] && events[next]?.type !== EVENT_ID.POP) {
    const name = events[next]
    const word = name?.type === EVENT_ID.SCALAR ? getScalarValue(source, name) : ''
    const key: { node: Node; next: number } = yamlNode(source, events, next, word, range.start)
    const behind = key.node.offset + key.node.length
    const read: { node: Node; next: number } = yamlNode(source, events, key.next, itemOf(value, word), behind)
    children.push(property(key.node, read.node))
    next = read.next
  }
  return { node: parent('object', children, range), next: next + 1 }
}

function itemOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The TOML parser gives no offsets: keys are searched line by line; nested values get the range of their line. */
function tomlTree(source: string, key: string, value: unknown): Node {
  const lines = tomlLines(source)
  const header = lines.findIndex(({ words }) => words === `[${key}]`)
  const inline = lines.find(({ name }) => name === key)
  const first = lines[header] ?? inline ?? { start: 0, end: 0 }
  if (header < 0 || !isRecord(value)) return valueNode(value, inline?.value ?? first)
  const end = lines.findIndex(({ words }, index) => index > header && words.startsWith('['))
  const table = lines.slice(header + 1, end < 0 ? undefined : end)
  const properties = Object.entries(value).map(([name, item]) => {
    const line = table.find((each) => each.name === name)
    return property(leaf(name, line?.key ?? first), valueNode(item, line?.value ?? first))
  })
  return parent('object', properties, first)
}

/** A value all of whose parts get the same range. */
function valueNode(value: unknown, place: Range): Node {
  if (Array.isArray(value))
    return parent(
      'array',
      value.map((item) => valueNode(item, place)),
      place,
    )
  if (!isRecord(value)) return leaf(value, place)
  const properties = Object.entries(value).map(([name, item]) => property(leaf(name, place), valueNode(item, place)))
  return parent('object', properties, place)
}

interface TomlLine extends Range {
  readonly words: string
  /** Without quotes. Absent if the line assigns no value. */
  readonly name?: string
  readonly key?: Range
  readonly value?: Range
}

function tomlLines(source: string): readonly TomlLine[] {
  const lines: TomlLine[] = []
  for (let start = 0; start < source.length; start = nextLine(source, lineEnd(source, start))) {
    const line = source.slice(start, lineEnd(source, start))
    const range = { start, end: start + line.length, words: line.trim() }
    const [lead, indent = '', key = '', gap = ''] =
      /^([ \t]{0,20})(["']?[\w-]{1,60}["']?)([ \t]{0,20}=[ \t]{0,20})/.exec(line) ?? []
    if (lead === undefined) lines.push(range)
    else {
      const at = start + indent.length
      const from = at + key.length + gap.length
      lines.push({
        ...range,
        name: key.replaceAll(/["']/g, ''),
        key: { start: at, end: at + key.length },
        value: { start: from, end: Math.max(from, start + line.trimEnd().length) },
      })
    }
  }
  return lines
}
