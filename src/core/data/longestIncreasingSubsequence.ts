/** Finds the most items that can stay in place while the rest is put in order. */

import { addAll } from './longLists.ts'

/** The most items that can stay where they are for the rest to be brought in order: their values ascend. */
export function longestIncreasingSubsequence<T>(items: readonly T[], rankOf: (item: T) => number): readonly T[] {
  /** For each item the longest ascent that ends with it: how long, and the item before. */
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
