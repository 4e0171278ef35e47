/**
 * A reading that is done once for each key and kept as long as the key is. Successive texts of a document share the nodes of
 * what did not change, so a reading of a node survives most keystrokes. The node may stand elsewhere in the next text: what is
 * remembered must not hold its place in one.
 *
 * @param read what it reads beside its key, such as the document of a node, must say the same of it each time
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
 * A reading that is done once for each pair, such as a document and its type, and kept as long as the first of the two is. The
 * second one is kept as long, too. What is read beside these must say the same each time, as with `remember`.
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

/** A reading that is done again where the second value is another one than the last time: of a key only the last is kept. */
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
