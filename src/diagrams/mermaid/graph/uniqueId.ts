/**
 * An id for words that may stand at several places of a diagram: the words, and a number from the second time on.
 *
 * @param used how often each was there so far; it is counted on
 */
export function uniqueId(words: string, used: Map<string, number>): string {
  const count = (used.get(words) ?? 0) + 1
  used.set(words, count)
  return count === 1 ? words : `${words} (${count})`
}
