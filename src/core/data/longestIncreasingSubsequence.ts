/** Finds the largest set of items that can stay in place while the others are sorted. */

/** The end of an ascending sequence. */
interface Ascent<T> {
  readonly item: T
  readonly length: number
  /** The index of the previous item; -1 if there is none. */
  readonly before: number
}

/** The longest subsequence of items with ascending ranks. */
export function longestIncreasingSubsequence<T>(items: readonly T[], rankOf: (item: T) => number): readonly T[] {
  /** The longest ascending sequence that ends with each item. */
  const ascents: Ascent<T>[] = []
  const lengthAt = (index: number): number => ascents[index]?.length ?? 0
  let last = -1
  for (const [index, item] of items.entries()) {
    let before = -1
    for (const [i, other] of ascents.entries())
      if (rankOf(other.item) < rankOf(item) && other.length > lengthAt(before)) before = i
    ascents.push({ item, length: lengthAt(before) + 1, before })
    if (lengthAt(index) > lengthAt(last)) last = index
  }
  const result: T[] = []
  for (let at = ascents[last]; at; at = ascents[at.before]) result.push(at.item)
  return result.reverse()
}
