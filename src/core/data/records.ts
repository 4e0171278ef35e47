/** Whether an unchecked value is an object with keys, and no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A record whose keys are the words of a document or a setting. It has no prototype, so that `constructor` and `__proto__` are keys
 * like any other.
 */
export const createRecord = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.setPrototypeOf(Object.fromEntries(entries), null)
