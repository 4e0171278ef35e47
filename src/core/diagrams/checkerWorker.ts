/** What the checker and its workers say to each other, whichever kind of thread a worker is. */

import type { DiagramProblem } from './engine.ts'

/** What the checker sends to a worker. */
export interface WorkerRequest {
  readonly id: number
  readonly source: string
}

/** What a worker answers: that the engine is loaded and parsing begins, then what came of it. */
export type WorkerResponse =
  | { readonly id: number; readonly started: true }
  | { readonly id: number; readonly problems: readonly DiagramProblem[] }
  | { readonly id: number; readonly error: string }

/** The little that a Web Worker and a thread of Node have in common. What is said is the checker's, unless others say it. */
export interface WorkerLike<Request = WorkerRequest, Response = WorkerResponse> {
  postMessage(message: Request): void
  onMessage(listener: (message: Response) => void): void
  /** Called when the worker broke down and will answer no more. */
  onError(listener: (error: unknown) => void): void
  terminate(): void
}
