/** Messages between the checker and its workers, whichever kind of thread a worker is. */

import type { DiagramProblem } from './engine.ts'

/** A request to a worker. */
export interface WorkerRequest {
  readonly id: number
  readonly source: string
}

/** Responses of a worker: that the engine is loaded and parsing begins, then the result. */
export type WorkerResponse =
  | { readonly id: number; readonly started: true }
  | { readonly id: number; readonly problems: readonly DiagramProblem[] }
  | { readonly id: number; readonly error: string }

/** The common interface of Web Workers and Node's worker threads. By default, messages are those of the checker. */
export interface WorkerLike<Request = WorkerRequest, Response = WorkerResponse> {
  postMessage(message: Request): void
  onMessage(listener: (message: Response) => void): void
  /** Called when the worker has crashed and will not respond any more. */
  onError(listener: (error: unknown) => void): void
  terminate(): void
}
