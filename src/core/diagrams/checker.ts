/** Checks diagrams in workers, one for each engine. */

import { type CancelSignal, createLane, type Lane, type LaneOptions } from './checkerLane.ts'
import type { DiagramProblem } from './engine.ts'
import { createProblemCache } from './problemCache.ts'

export interface DiagramCheckerOptions extends LaneOptions {
  /** What remembered answers may take, in bytes. Absent: 4000000. */
  readonly cacheSize?: number
}

export interface DiagramChecker {
  /** What is wrong in a diagram. Never rejects; resolves to nothing when cancelled, disposed or broken down. */
  check(engine: string, source: string, signal?: CancelSignal): Promise<readonly DiagramProblem[]>
  /** Lets go of all workers and of all that waits. */
  dispose(): void
}

/** Has a worker for each engine that is asked for, so that no parser loads where there is nothing to parse for it. */
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
