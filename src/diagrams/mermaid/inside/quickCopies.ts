/** Merges `source` into `target`, to a given depth (2 by default), and returns the result. */
type Assign = (target: unknown, source: unknown, options?: { readonly depth?: number }) => unknown

type Settings = Record<string, unknown>

/**
 * Mermaid copies its whole configuration of a thousand settings for each reader of a single one, with a merge that
 * compares both sides: half of the time of a drawing. But mostly it merges into an empty object, which is a plain copy.
 * This returns a merge that behaves like `assign` but is faster in that case.
 */
export function withQuickCopies(assign: Assign): Assign {
  const merge: Assign = (target, source, options = {}) => {
    const { depth = 2 } = options
    if (depth <= 0 || !isSettings(source) || !isSettings(target) || Object.keys(target).length > 0)
      return assign(target, source, options)
    Object.assign(target, source)
    for (const key of Object.keys(target)) {
      const value = target[key]
      if (value === null) delete target[key]
      else if (Array.isArray(value)) target[key] = [...new Set(value)]
      else if (typeof value === 'object') target[key] = merge({}, value, { depth: depth - 1 })
    }
    return target
  }
  return merge
}

/** Whether a value is an object that can be copied key by key. Assigning a key `__proto__` would have side effects. */
function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
}
