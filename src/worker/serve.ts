/** Answers requests for parsing inside a worker. */

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
      // Engines load at the first call; an empty diagram makes that happen now, before the clock starts.
      loaded ??= parse('')
      await loaded
      port.post({ id, started: true })
      port.post({ id, problems: await parse(source) })
    } catch (error) {
      port.post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  // One after another, however many are asked for at once: the clock runs for the one that is parsed.
  port.listen((request) => {
    last = last.then(() => answer(request))
  })
}
