/**
 * An id for text that may occur several times in a diagram: the text itself, with a number from the second time on.
 *
 * @param used how often each text has occurred so far; is updated
 */
export function uniqueId(words: string, used: Map<string, number>): string {
  const count = (used.get(words) ?? 0) + 1
  used.set(words, count)
  return count === 1 ? words : `${words} (${count})`
}
