/** Remembers what was found in diagrams, within a limit of memory. */

import type { DiagramProblem } from './engine.ts'

/** Remembers what was found in diagrams; the ones not asked for the longest are forgotten first. */
export interface ProblemCache {
  get(engine: string, source: string): readonly DiagramProblem[] | undefined
  set(engine: string, source: string, problems: readonly DiagramProblem[]): void
}

/** @param size what all entries may take together, in bytes */
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
      // A Map keeps the order of insertion: what was asked for last goes to the end.
      entries.delete(key)
      entries.set(key, entry)
      return entry.problems
    },
    set(engine, source, problems) {
      const key = keyOf(engine, source)
      remove(key)
      // Two bytes a letter, and what an entry and a problem take around their texts.
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
