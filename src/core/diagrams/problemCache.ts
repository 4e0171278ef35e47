/** Caches the problems of diagrams, with a memory limit. */

import type { DiagramProblem } from './engine.ts'

/** A cache of the problems of diagrams; the least recently used entries are dropped first. */
export interface ProblemCache {
  get(engine: string, source: string): readonly DiagramProblem[] | undefined
  set(engine: string, source: string, problems: readonly DiagramProblem[]): void
}

/** @param size of all entries together, in bytes */
export const createProblemCache = (size: number): ProblemCache => {
  const entries = new Map<string, { readonly problems: readonly DiagramProblem[]; readonly bytes: number }>()
  let used = 0
  const keyOf = (engine: string, source: string) => `${engine}\n${source}`
  const remove = (key: string) => {
    used -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    get(engine, source) {
      const key = keyOf(engine, source)
      const entry = entries.get(key)
      if (!entry) return undefined
      // A Map keeps insertion order: move the most recently used entry to the end.
      entries.delete(key)
      entries.set(key, entry)
      return entry.problems
    },
    set(engine, source, problems) {
      const key = keyOf(engine, source)
      remove(key)
      // Two bytes per UTF-16 unit, plus the estimated overhead of an entry and of each problem.
      const bytes = 100 + 2 * key.length + problems.reduce((sum, { reason }) => sum + 100 + 2 * reason.length, 0)
      entries.set(key, { problems, bytes })
      used += bytes
      for (const oldest of entries.keys()) {
        if (used <= size) break
        remove(oldest)
      }
    },
  }
}
