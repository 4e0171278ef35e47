/** Merges `source` into `target`, two levels deep, and gives back the result. */
type Assign = (target: unknown, source: unknown) => unknown

/**
 * Mermaid copies its whole configuration, a thousand settings, for whoever asks for one of them, and is asked hundreds of times in
 * a diagram: each label is cleaned as one setting says. Gives such a copy in which a setting is copied when somebody reads or
 * changes it.
 *
 * @param source the settings; mermaid replaces them as a whole, and changes none of them
 * @param assign what mermaid copies with
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
