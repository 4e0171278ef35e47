/**
 * A reading that is done once for each key and kept as long as the key is. A parser keeps the nodes of what did not change, so a
 * reading of a node survives most keystrokes, though the node may have moved: what is remembered must not hold its place.
 *
 * @param read what follows its key must be the same whenever the key is
 */
export function remember<K extends object, R extends readonly unknown[], T>(
  read: (key: K, ...rest: R) => T,
): (key: K, ...rest: R) => T {
  const known = new WeakMap<K, { readonly value: T }>()
  return (key, ...rest) => {
    const before = known.get(key)
    if (before) return before.value
    const value = read(key, ...rest)
    known.set(key, { value })
    return value
  }
}
