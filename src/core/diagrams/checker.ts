/** Checks diagrams in workers, one for each engine. */

import { type CancelSignal, createLane, type Lane, type LaneOptions } from './checkerLane.ts'
import type { DiagramProblem } from './engine.ts'
import { createProblemCache } from './problemCache.ts'

export interface DiagramCheckerOptions extends LaneOptions {
  /** Maximum size of the cache, in bytes. Absent: 4000000. */
  readonly cacheSize?: number
}

export interface DiagramChecker {
  /** The problems of a diagram. Never rejects; resolves to an empty list when cancelled, disposed or broken. */
  check(engine: string, source: string, signal?: CancelSignal): Promise<readonly DiagramProblem[]>
  /** Stops all workers and drops all pending checks. */
  dispose(): void
}

/** Starts a worker per engine on demand, so that no parser is loaded without a diagram to parse. */
export function createDiagramChecker(options: DiagramCheckerOptions): DiagramChecker {
  const cache = createProblemCache(options.cacheSize ?? 4_000_000)
  const lanes = new Map<string, Lane>()
  let isDisposed = false
  return {
    async check(engine, source, signal) {
      if (isDisposed) return []
      const lane = lanes.get(engine) ?? createLane(engine, options, cache)
      lanes.set(engine, lane)
      return lane.check(source, signal)
    },
    dispose() {
      isDisposed = true
      for (const lane of lanes.values()) lane.dispose()
    },
  }
}
