/** Starts the worker of a diagram engine, on the desktop and in the browser. */

import * as vscode from 'vscode'
import type { WorkerLike, WorkerRequest, WorkerResponse } from '../core/diagrams/checkerWorker.ts'
import { decode, nodeModule, startWebWorker } from './platform.ts'

/** The parts of `node:worker_threads` used here. */
interface Threads {
  readonly Worker: new (
    file: string,
    options: object,
  ) => {
    postMessage(message: WorkerRequest): void
    on(event: string, listener: (value: never) => void): void
    terminate(): Promise<number>
  }
}

/** What starts the worker of an engine, as it ships with the extension, on the desktop and in the browser. */
export const createWorkerSpawner = (extensionUri: vscode.Uri): ((engine: string) => Promise<WorkerLike>) => {
  const fileOf = (engine: string) => vscode.Uri.joinPath(extensionUri, 'dist', `${engine}-worker.js`)
  const threads = nodeModule('node:worker_threads') as Threads | undefined
  const read = async (file: vscode.Uri) => decode(await vscode.workspace.fs.readFile(file))
  if (!threads) return async (engine) => spawnWebWorker(await read(fileOf(engine)))
  return async (engine) => {
    const file = fileOf(engine)
    return file.scheme === 'file'
      ? spawnThread(threads, file.fsPath, false)
      : spawnThread(threads, await read(file), true)
  }
}

/** @param code where the worker's file lies, or the text of that file when `isText` */
const spawnThread = ({ Worker }: Threads, code: string, isText: boolean): WorkerLike => {
  // Output of a parser has no place in the log of the extension host, and a diagram must not take its memory.
  const limits = { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } }
  const worker = new Worker(code, { eval: isText, ...limits })
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: WorkerResponse) => listener(message)),
    onError: (listener) => {
      worker.on('error', (error: unknown) => listener(error))
      worker.on('exit', (exitCode: number) => listener(`exit code ${exitCode}`))
    },
    terminate: () => void worker.terminate(),
  }
}

const spawnWebWorker = (code: string): WorkerLike => {
  const { worker, stop } = startWebWorker(code)
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) =>
      worker.addEventListener('message', ({ data }: { readonly data: WorkerResponse }) => listener(data)),
    onError: (listener) =>
      worker.addEventListener('error', ({ message }: { readonly message?: string }) => listener(message)),
    terminate: stop,
  }
}
