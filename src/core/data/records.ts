/** Whether an unchecked value is an object with keys, not an array. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Create a record for arbitrary keys. It has no prototype, so `constructor` and `__proto__` are ordinary keys. */
export const createRecord = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.setPrototypeOf(Object.fromEntries(entries), null)
