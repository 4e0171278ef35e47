/**
 * The index of the first item that passes a test, by binary search: the test must hold for all items after it, too.
 * Returns the length of the list if no item passes.
 */
export function firstIndex<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
