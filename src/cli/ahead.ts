/** Goes on with the next pieces of work while one of them waits for something, such as a thread that checks diagrams. */

/**
 * @param items what to work on
 * @param atOnce how many may be begun and not done, one at least
 * @param work what to do with each; must not reject
 * @returns what the work gave, in the order of the items
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void> {
  const begun: Promise<Result>[] = []
  for (const item of items) {
    begun.push(work(item))
    if (begun.length < atOnce) continue
    const first = begun.shift()
    if (first) yield first
  }
  for (const each of begun) yield each
}
