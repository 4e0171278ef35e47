/** Answers parse requests inside a diagram engine's worker. */

import type { WorkerRequest, WorkerResponse } from '../core/diagrams/checkerWorker.ts'
import type { ParseDiagram } from '../core/diagrams/engine.ts'
import { findPort } from './port.ts'

/** Answers the checker's requests with an engine's parser. */
export function serve(parse: ParseDiagram): void {
  const port = findPort<WorkerRequest, WorkerResponse>()
  let loaded: Promise<unknown> | undefined
  let last = Promise.resolve()
  const answer = async ({ id, source }: WorkerRequest): Promise<void> => {
    try {
      // An engine loads on its first call. Parsing an empty diagram loads it now, before the time limit starts to
      // count.
      loaded ??= parse('')
      await loaded
      port.post({ id, started: true })
      port.post({ id, problems: await parse(source) })
    } catch (error) {
      port.post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  // One request at a time, however many are queued: the time limit applies to the diagram being parsed.
  port.listen((request) => {
    last = last.then(() => answer(request))
  })
}
