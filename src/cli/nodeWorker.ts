/** Starts a diagram engine's worker in a Node thread. */

import { Worker } from 'node:worker_threads'
import type { WorkerLike, WorkerResponse } from '../core/diagrams/checkerWorker.ts'

/** Starts the bundled worker of an engine in a Node thread. */
export const spawnNodeWorker = (file: URL): WorkerLike => {
  // A parser's output must not mix with ours, and a diagram must not use up the process's memory.
  const worker = new Worker(file, { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } })
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: WorkerResponse) => listener(message)),
    onError: (listener) => worker.on('error', listener).on('exit', (code) => listener(`exit code ${code}`)),
    terminate: () => void worker.terminate(),
  }
}
