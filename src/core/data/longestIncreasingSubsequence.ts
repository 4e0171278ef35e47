/** Finds the largest set of items that can stay in place while the others are sorted. */

import { firstIndex } from './firstIndex.ts'

/** An ascending sequence, by its last item. */
interface Ascent<T> {
  readonly item: T
  readonly rank: number
  readonly before: Ascent<T> | undefined
}

/**
 * The longest subsequence of items with ascending ranks; of several, the one whose last item comes first, then the one
 * whose last but one does, and so on. Takes little longer for each item, however many there are.
 */
export function longestIncreasingSubsequence<T>(items: readonly T[], rankOf: (item: T) => number): readonly T[] {
  // The longest sequence that ends with each item, by length. Within a length, last ranks never rise: an item with a
  // higher rank would have continued a sequence there. So the last one has the lowest, which is higher for each length.
  const byLength: Ascent<T>[][] = []
  for (const item of items) {
    const rank = rankOf(item)
    const shorter = firstIndex(byLength, (ascents) => (ascents.at(-1)?.rank ?? rank) >= rank)
    const continued = byLength[shorter - 1] ?? []
    const before = continued[firstIndex(continued, (other) => other.rank < rank)]
    const ascent = { item, rank, before }
    const same = byLength[shorter]
    if (same) same.push(ascent)
    else byLength.push([ascent])
  }
  const result: T[] = []
  for (let at = byLength.at(-1)?.[0]; at; at = at.before) result.push(at.item)
  return result.reverse()
}
