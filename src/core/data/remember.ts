/**
 * Memoise a function by an object key, for as long as the key exists. Successive texts of a document share the nodes of
 * unchanged parts, so a result for a node survives most keystrokes. The node's offset may change, though: results must
 * not contain it.
 *
 * @param read must return the same for a key, whatever the second argument, such as the node's document
 */
export function remember<K extends object, T, S = void>(read: (key: K, source: S) => T): (key: K, source: S) => T {
  const known = new WeakMap<K, T>()
  return (key, source) => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as T
    const value = read(key, source)
    known.set(key, value)
    return value
  }
}

/**
 * Memoise a function by two arguments, such as a document and its type, for as long as the first one exists. The second
 * one is retained as long. The result must not depend on any other arguments, as with `remember`.
 */
export function rememberBoth<A extends object, R extends readonly unknown[], T>(
  read: (first: A, ...rest: R) => T,
): (first: A, ...rest: R) => T {
  const valuesOf = remember((_: A) => new Map<unknown, T>())
  return (first, ...rest) => {
    const [second] = rest
    const values = valuesOf(first)
    const before = values.get(second)
    if (before !== undefined || values.has(second)) return before as T
    const value = read(first, ...rest)
    values.set(second, value)
    return value
  }
}

/** Memoise a function by its first argument, but only for the latest value of the second one. */
export function rememberLast<K extends object, R extends readonly unknown[], T>(
  read: (key: K, ...rest: R) => T,
): (key: K, ...rest: R) => T {
  const known = new WeakMap<K, { readonly second: unknown; readonly value: T }>()
  return (key, ...rest) => {
    const before = known.get(key)
    if (before && before.second === rest[0]) return before.value
    const value = read(key, ...rest)
    known.set(key, { second: rest[0], value })
    return value
  }
}
