/** Stores mistakes in diagrams that only drawing reveals, for the linter to report. */

import { rangeOfLine } from '../text/sourceLines.ts'
import type { DiagramProblem } from './engine.ts'
import { createProblemCache } from './problemCache.ts'

/** A drawing failure, as reported by the panel. */
export interface DrawingFailure {
  /** The engine's own message; untrusted. */
  readonly error: string
  /** Line of the source, from 1; absent if the engine does not know it. */
  readonly line?: number
}

/** Mistakes that only drawing reveals, and which readers depend on which diagrams. */
export interface DrawnProblems<R> {
  /** The known problems of a diagram. Subscribes the reader: `note` returns it when they change. */
  find(engine: string, source: string, reader: R): readonly DiagramProblem[]
  /**
   * Records the result of a drawing, without `failure` if it succeeded.
   *
   * @returns the readers whose information changed
   */
  note(engine: string, source: string, failure?: DrawingFailure): readonly R[]
  /** Discards all records of a reader. */
  forget(reader: R): void
}

/** Create a store. Limited in size; the oldest entries are dropped. */
export function createDrawnProblems<R>(): DrawnProblems<R> {
  const cache = createProblemCache(500_000)
  const told = new Map<R, { readonly engine: string; readonly source: string }[]>()
  return {
    find(engine, source, reader) {
      const known = told.get(reader)
      if (known) known.push({ engine, source })
      else told.set(reader, [{ engine, source }])
      return cache.get(engine, source) ?? []
    },
    note(engine, source, failure) {
      const before = cache.get(engine, source) ?? []
      const reason = failure && sentenceOf(failure.error)
      const problems = reason ? [{ reason, ...rangeOfLine(source, failure?.line) }] : []
      if (before[0]?.reason === problems[0]?.reason && before[0]?.start === problems[0]?.start) return []
      cache.set(engine, source, problems)
      return [...told].flatMap(([reader, diagrams]) =>
        diagrams.some((diagram) => diagram.engine === engine && diagram.source === source) ? [reader] : [],
      )
    },
    forget: (reader) => void told.delete(reader),
  }
}

/** The first non-blank line, truncated to the length of a sentence. */
function sentenceOf(error: string): string {
  const line = error.split('\n').find((each) => /\S/.test(each)) ?? ''
  const text = line.trim().replace(/\.$/, '')
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
