/** Tells which amounts of a list are sums of others in it, so that nothing is added twice. */

import type { Passage } from '../prose/passages.ts'

/** Whether a line or row is named like the sum of a group: *Subtotal network*, *Compute total*. */
export const isSubtotalName = (name: string): boolean =>
  /(?<!\p{L})(?:sub-?totals?|sous-total|zwischensumme|subtota(?:al|le))(?!\p{L})|小计|小計/iu.test(name) ||
  /(?<!\p{L})totals?[^\p{L}\d]{0,9}$/iu.test(name)

/** Whether a passage begins in bold. */
export const isBold = ({ node, from }: Passage): boolean =>
  from === 0 && 'children' in node && node.children[0]?.type === 'strong'

/** The longest list whose groups a reader may add up by eye. */
const mostItems = 200
const longestGroup = 30

/**
 * Copies of a list without the amounts that are the sum of two or more adjacent ones: first without sums at the end of
 * a group, then without those at the beginning, then without both. Copies that would drop nothing are left out.
 *
 * @param sums whether an amount is the sum of others
 */
export function withoutSums<T>(items: readonly T[], sums: (total: T, parts: readonly T[]) => boolean): readonly T[][] {
  if (items.length > mostItems) return []
  const closers = new Set<T>()
  const openers = new Set<T>()
  for (const [index, item] of items.entries()) {
    if (isSumOfRun(item, items.slice(Math.max(0, index - longestGroup), index).reverse(), sums)) closers.add(item)
    if (isSumOfRun(item, items.slice(index + 1, index + 1 + longestGroup), sums)) openers.add(item)
  }
  return [closers, openers, new Set([...closers, ...openers])]
    .filter(({ size }) => size > 0)
    .map((left) => items.filter((item) => !left.has(item)))
}

function isSumOfRun<T>(item: T, run: readonly T[], sums: (total: T, parts: readonly T[]) => boolean): boolean {
  for (let length = 2; length <= run.length; length++) if (sums(item, run.slice(0, length))) return true
  return false
}
