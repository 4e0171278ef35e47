/** Finds the largest set of items that can stay in place while the others are sorted. */

import { addAll } from './longLists.ts'

/** The longest subsequence of items with ascending ranks: those that can stay in place while the others are sorted. */
export function longestIncreasingSubsequence<T>(items: readonly T[], rankOf: (item: T) => number): readonly T[] {
  /**
   * For each item, the longest ascending sequence that ends with it: its length, and the index of the previous item.
   */
  const ascents: { readonly length: number; readonly before: number }[] = []
  let last = -1
  for (const [index, item] of items.entries()) {
    let before = -1
    for (let i = 0; i < index; i++) {
      const other = items[i]
      if (other && rankOf(other) < rankOf(item) && lengthAt(i) > lengthAt(before)) before = i
    }
    ascents.push({ length: lengthAt(before) + 1, before })
    if (lengthAt(index) > lengthAt(last)) last = index
  }
  function lengthAt(index: number): number {
    return ascents[index]?.length ?? 0
  }
  const result: T[] = []
  for (let at = last; at >= 0; at = ascents[at]?.before ?? -1) addAll(result, items.slice(at, at + 1))
  return result.reverse()
}
