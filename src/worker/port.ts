/** Connects a worker to the thread that started it, in Node and in a browser. */

export interface Port<Request, Response> {
  post(message: Response): void
  listen(listener: (message: Request) => void): void
}

/**
 * Works in both kinds of worker from a single bundle: `getBuiltinModule` gives Node's module without an `import`, which
 * a browser could not resolve.
 */
export function findPort<Request, Response>(): Port<Request, Response> {
  const { process } = globalThis as { process?: { getBuiltinModule?(id: string): unknown } }
  const threads = process?.getBuiltinModule?.('node:worker_threads') as
    | {
        parentPort: {
          postMessage(message: unknown): void
          on(event: 'message', listener: (message: Request) => void): void
        } | null
      }
    | undefined
  const port = threads?.parentPort
  if (port) return { post: (message) => port.postMessage(message), listen: (listener) => port.on('message', listener) }
  return {
    post: (message) => postMessage(message),
    listen: (listener) => addEventListener('message', ({ data }) => listener(data as Request)),
  }
}
