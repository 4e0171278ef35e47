/**
 * Replacements for spreads of long lists: a spread into arguments puts every item on the stack, which overflows after
 * some hundred thousand items.
 */

/** The largest number; `least` if none is larger. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least
  for (const number of numbers) if (number > found) found = number
  return found
}

/** The smallest number; `most` if none is smaller. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most
  for (const number of numbers) if (number < found) found = number
  return found
}

/** Append items to a list. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}
