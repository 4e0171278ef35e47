/**
 * Copy an object with some properties changed. Unlike a spread, it leaves getters unread, so that what they would
 * compute is still computed on demand.
 */
export const variantOf = <T extends object>(original: T, changes: Partial<NoInfer<T>>): T =>
  Object.defineProperties({} as T, {
    ...Object.getOwnPropertyDescriptors(original),
    ...Object.getOwnPropertyDescriptors(changes),
  })
