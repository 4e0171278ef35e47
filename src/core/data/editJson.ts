/** Adds and removes entries in JSON with comments, leaving everything else as written. */

import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { lineEnd, lineStart } from '../text/lineBounds.ts'
import { readJson } from './json.ts'

type Path = readonly (string | number)[]

/** The formatting of a text: the indentation of its first indented line, and its line endings. */
export function formatOf(text: string): { readonly indent: string; readonly eol: string } {
  return { indent: /^(?: {1,8}|\t)(?=\S)/m.exec(text)?.[0] ?? '  ', eol: text.includes('\r\n') ? '\r\n' : '\n' }
}

/**
 * Add an entry to an object or array: on a line of its own if the other entries are, otherwise next to them. Returns
 * the text unchanged if there is no object or array at the path.
 *
 * @param entry as written: a value, or `"key": value`
 * @param index of the entry to insert before; absent: append
 */
export function addEntry(text: string, path: Path, entry: string, index?: number): string {
  const node = find(text, path)
  if (!node || !['object', 'array'].includes(node.type)) return text
  const children = node.children ?? []
  const { eol, indent } = formatOf(text)
  const [first] = children
  if (!first) {
    const close = node.offset + node.length - 1
    const inside = text.slice(node.offset + 1, close)
    if (!/[\r\n]/.test(inside) && inside.trim() === '')
      return `${text.slice(0, node.offset + 1)}${entry}${text.slice(close)}`
    const outer = indentAt(text, close)
    return `${text.slice(0, close).trimEnd()}${eol}${outer}${indent}${entry}${eol}${outer}${text.slice(close)}`
  }
  const isSpread = /[\r\n]/.test(text.slice(node.offset, first.offset))
  const gap = isSpread ? eol + indentAt(text, first.offset) : ' '
  const next = index === undefined ? undefined : children[index]
  if (next) return `${text.slice(0, next.offset)}${entry},${gap}${text.slice(next.offset)}`
  const last = children.at(-1) ?? first
  const end = last.offset + last.length
  const rest = text.slice(end, lineEnd(text, end))
  const hasComma = rest.trimStart().startsWith(',')
  const said = (hasComma ? rest.trimStart().slice(1) : rest).trim()
  // A comment after the last entry belongs to that entry.
  if (isSpread && (said === '' || said.startsWith('//'))) {
    const line = hasComma ? rest : `,${rest}`
    return `${text.slice(0, end)}${line}${gap}${entry}${text.slice(end + rest.length)}`
  }
  return `${text.slice(0, end)},${gap}${entry}${text.slice(end)}`
}

/** Remove an entry from an object or array, with everything between it and the next one. */
export function removeEntry(text: string, path: Path): string {
  const node = find(text, path)
  const entry = node?.parent?.type === 'property' ? node.parent : node
  const siblings = entry?.parent?.children ?? []
  const index = entry ? siblings.indexOf(entry) : -1
  if (!entry || index < 0) return text
  const next = siblings[index + 1]
  const before = siblings[index - 1]
  const end = entry.offset + entry.length
  if (next) return text.slice(0, entry.offset) + text.slice(next.offset)
  if (before) return text.slice(0, before.offset + before.length) + text.slice(end)
  const home = entry.parent
  return home ? `${text.slice(0, home.offset + 1)}${text.slice(home.offset + home.length - 1)}` : text
}

function find(text: string, path: Path): Node | undefined {
  const { root } = readJson(text)
  return root && findNodeAtLocation(root, [...path])
}

const indentAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? ''
