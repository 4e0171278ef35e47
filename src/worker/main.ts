import type { WorkerRequest, WorkerResponse } from '../core/diagramChecker.ts'
import type { ParseDiagram } from '../core/engine.ts'

/** Where the requests come from and the answers go: the thread that started this one. */
interface Port {
  post(message: WorkerResponse): void
  listen(listener: (message: WorkerRequest) => void): void
}

/** The parsers of all engines, by engine id. None is loaded before it is asked for. */
const engines: Readonly<Record<string, () => Promise<ParseDiagram>>> = {
  mermaid: async () => {
    const { parse } = await import('../diagrams/mermaid.ts')
    // It loads mermaid at the first call; an empty diagram makes that happen now, before the clock starts.
    await parse('')
    return parse
  },
}

const loaded = new Map<string, Promise<ParseDiagram>>()

const load = (engine: string): Promise<ParseDiagram> => {
  const parser = loaded.get(engine) ?? engines[engine]?.() ?? Promise.reject(new Error(`There is no engine ${engine}`))
  loaded.set(engine, parser)
  return parser
}

/** One file serves both kinds of workers: Node hands out its module without an import, which a browser could not resolve. */
const findPort = (): Port => {
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

const port = findPort()

port.listen(async ({ id, engine, source }) => {
  try {
    const parse = await load(engine)
    port.post({ id, started: true })
    port.post({ id, problems: await parse(source) })
  } catch (error) {
    port.post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
