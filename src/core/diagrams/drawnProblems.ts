/** Remembers mistakes in diagrams that only drawing finds, for the linter to report. */

import { rangeOfLine } from '../text/sourceLines.ts'
import type { DiagramProblem } from './engine.ts'
import { createProblemCache } from './problemCache.ts'

/** What the panel says of a drawing that failed. */
export interface DrawingFailure {
  /** The engine's own words; not to be trusted. */
  readonly error: string
  /** Line of the source, from 1; absent when the engine does not know. */
  readonly line?: number
}

/** Mistakes that no parser sees and only drawing finds, and which readers were told of which diagrams. */
export interface DrawnProblems<R> {
  /** What is known of a diagram; the reader is one of those that `note` gives from now on. */
  find(engine: string, source: string, reader: R): readonly DiagramProblem[]
  /** Takes what came of a drawing, no failure for a good one. @returns the readers that were told something else */
  note(engine: string, source: string, failure?: DrawingFailure): readonly R[]
  /** What the reader was told so far is of no interest any more. */
  forget(reader: R): void
}

/** Remembers what drawing found, as long as there is room. */
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

/** The first line that says something, not longer than a sentence. */
function sentenceOf(error: string): string {
  const line = error.split('\n').find((each) => /\S/.test(each)) ?? ''
  const text = line.trim().replace(/\.$/, '')
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
