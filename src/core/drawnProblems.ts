import type { DiagramProblem } from './engine.ts'
import { createProblemCache } from './problemCache.ts'
import { rangeOfLine } from './sourceLines.ts'

/** What the panel says of a drawing that failed. */
export interface DrawingFailure {
  /** The engine's own words; not to be trusted. */
  readonly error: string
  /** Line of the source, from 1; absent when the engine does not know. */
  readonly line?: number
}

/** Mistakes that no parser sees and only drawing finds. */
export interface DrawnProblems {
  find(engine: string, source: string): readonly DiagramProblem[]
  /** Takes what came of a drawing, no failure for a good one. True if that is news. */
  note(engine: string, source: string, failure?: DrawingFailure): boolean
}

/** Remembers what drawing found, as long as there is room. */
export function createDrawnProblems(): DrawnProblems {
  const cache = createProblemCache(500_000)
  return {
    find: (engine, source) => cache.get(engine, source) ?? [],
    note(engine, source, failure) {
      const before = cache.get(engine, source) ?? []
      const reason = failure && sentenceOf(failure.error)
      const problems = reason ? [{ reason, ...rangeOfLine(source, failure?.line) }] : []
      if (before[0]?.reason === problems[0]?.reason && before[0]?.start === problems[0]?.start) return false
      cache.set(engine, source, problems)
      return true
    },
  }
}

/** The first line that says something, not longer than a sentence. */
function sentenceOf(error: string): string {
  const line = error.split('\n').find((each) => /\S/.test(each)) ?? ''
  const text = line.trim().replace(/\.$/, '')
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
