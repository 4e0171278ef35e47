/**
 * What a spread does for lists that may be long: of a list in the place of arguments each item goes on the stack, which is full after
 * some hundred thousand.
 */

/** The largest of numbers; `least` where none is larger. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least
  for (const number of numbers) if (number > found) found = number
  return found
}

/** The smallest of numbers; `most` where none is smaller. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most
  for (const number of numbers) if (number < found) found = number
  return found
}

/** Put items at the end of a list. */
export function addAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item)
}
