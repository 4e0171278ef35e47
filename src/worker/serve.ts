/** Answers requests for parsing inside a worker. */

import type { WorkerRequest, WorkerResponse } from '../core/diagrams/checkerWorker.ts'
import type { ParseDiagram } from '../core/diagrams/engine.ts'

/** Where the requests come from and the answers go: the thread that started this one. */
interface Port {
  post(message: WorkerResponse): void
  listen(listener: (message: WorkerRequest) => void): void
}

/** Answers the checker's requests with an engine's parser. */
export function serve(parse: ParseDiagram): void {
  const port = findPort()
  let loaded: Promise<unknown> | undefined
  port.listen(async ({ id, source }) => {
    try {
      // Engines load at the first call; an empty diagram makes that happen now, before the clock starts.
      loaded ??= parse('')
      await loaded
      port.post({ id, started: true })
      port.post({ id, problems: await parse(source) })
    } catch (error) {
      port.post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}

/** One file serves both kinds of workers: Node hands out its module without an import, which a browser could not resolve. */
function findPort(): Port {
  const { process } = globalThis as { process?: { getBuiltinModule?(id: string): unknown } }
  const threads = process?.getBuiltinModule?.('node:worker_threads') as
    | {
        parentPort: {
          postMessage(message: unknown): void
          on(event: 'message', listener: (message: WorkerRequest) => void): void
        } | null
      }
    | undefined
  const port = threads?.parentPort
  if (port) return { post: (message) => port.postMessage(message), listen: (listener) => port.on('message', listener) }
  return {
    post: (message) => postMessage(message),
    listen: (listener) => addEventListener('message', ({ data }) => listener(data as WorkerRequest)),
  }
}
