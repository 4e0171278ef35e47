/** Merges `source` into `target`, two levels deep, and returns the result. */
type Assign = (target: unknown, source: unknown) => unknown

/**
 * For each read of a setting, mermaid copies its whole configuration of a thousand settings, hundreds of times per
 * diagram: for instance, one setting determines how each label is sanitized. This returns a copy in which a setting is
 * only copied when it is read or changed.
 *
 * @param source the settings, which mermaid replaces as a whole and never mutates
 * @param assign mermaid's own copy function
 */
export function copyOnRead(source: object, assign: Assign): object {
  const waiting = new Map<PropertyKey, unknown>(Object.entries(source))
  const fill = (target: object, key: PropertyKey): void => {
    const value = waiting.get(key)
    if (waiting.delete(key)) assign(target, Object.fromEntries([[key, value]]))
  }
  const fillAll = (target: object): void => {
    if (waiting.size > 0) assign(target, Object.fromEntries(waiting))
    waiting.clear()
  }
  const handler: ProxyHandler<object> = {}
  for (const trap of ofOneKey)
    handler[trap] = (...all: [target: object, key: PropertyKey, ...rest: unknown[]]) => {
      const [target, key] = all
      fill(target, key)
      return Reflect.apply(Reflect[trap], Reflect, all) as never
    }
  for (const trap of ofAllKeys)
    handler[trap] = (target: object) => {
      fillAll(target)
      return Reflect[trap](target) as never
    }
  return new Proxy({}, handler)
}

const ofOneKey = ['get', 'set', 'has', 'deleteProperty', 'defineProperty', 'getOwnPropertyDescriptor'] as const
const ofAllKeys = ['ownKeys', 'preventExtensions'] as const
