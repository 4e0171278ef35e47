/**
 * Tells whether the HTML in a document can be parsed as in a browser, which hostile HTML makes arbitrarily expensive.
 */

import type { Nodes, Root } from 'hast'

/** The deepest nesting of elements: parsing, sanitizing and writing recurse that deep. */
const deepest = 150

/**
 * The limit for the number of unclosed formatting elements times the number of all elements: a browser reopens the
 * former in each paragraph.
 */
const mostReopened = 100_000

/** Formatting elements that a browser reopens in the next block if they are unclosed. */
const reopened = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

const withoutEnd = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** The longest HTML that is parsed, in UTF-16 units. */
const longest = 500_000

/** Whether the HTML in a tree can be parsed in linear time. Only counts tags, whatever they mean to a browser. */
export function isAffordable(tree: Root): boolean {
  const open = new Map<string, number>()
  let depth = 0
  let unclosed = 0
  let most = 0
  let elements = 0
  let length = 0
  const pending: Nodes[] = [tree]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'element') elements++
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) pending.push(node.children[at] as Nodes)
    if (node.type !== 'raw') continue
    length += node.value.length
    for (const [, slash, letters = ''] of node.value.matchAll(/<(\/?)([a-z][a-z\d-]{0,20})/gi)) {
      const name = letters.toLowerCase()
      const before = open.get(name) ?? 0
      if (slash ? before === 0 : withoutEnd.has(name)) continue
      elements += slash ? 0 : 1
      open.set(name, before + (slash ? -1 : 1))
      depth += slash ? -1 : 1
      if (reopened.has(name)) unclosed += slash ? -1 : 1
      most = Math.max(most, unclosed)
      if (depth > deepest) return false
    }
  }
  return length <= longest && most * elements <= mostReopened
}
