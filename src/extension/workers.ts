/** Starts the workers that ship with the extension, on the desktop and in the browser. */

import * as vscode from 'vscode'
import type { WorkerLike } from '../core/diagrams/checkerWorker.ts'
import { decode, nodeModule, startWebWorker } from './platform.ts'

/** The parts of `node:worker_threads` used here. */
interface Threads {
  readonly Worker: new (
    file: string,
    options: object,
  ) => {
    postMessage(message: unknown): void
    on(event: string, listener: (value: never) => void): void
    terminate(): Promise<number>
  }
}

/**
 * Returns a function that starts a worker by name, such as that of a diagram engine: the first part of its file name in
 * `dist`.
 */
export const createWorkerSpawner = <Request, Response>(
  extensionUri: vscode.Uri,
): ((name: string) => Promise<WorkerLike<Request, Response>>) => {
  const fileOf = (name: string) => vscode.Uri.joinPath(extensionUri, 'dist', `${name}-worker.js`)
  const threads = nodeModule('node:worker_threads') as Threads | undefined
  const read = async (file: vscode.Uri) => decode(await vscode.workspace.fs.readFile(file))
  if (!threads) return async (name) => spawnWebWorker(await read(fileOf(name)))
  return async (name) => {
    const file = fileOf(name)
    return file.scheme === 'file'
      ? spawnThread(threads, file.fsPath, false)
      : spawnThread(threads, await read(file), true)
  }
}

/** @param code the path of the worker's file or, if `isText`, its contents */
const spawnThread = <Request, Response>(
  { Worker }: Threads,
  code: string,
  isText: boolean,
): WorkerLike<Request, Response> => {
  // A parser's output must not appear in the extension host's log, and a diagram must not use up its memory.
  const limits = { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } }
  const worker = new Worker(code, { eval: isText, ...limits })
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: Response) => listener(message)),
    onError: (listener) => {
      worker.on('error', (error: unknown) => listener(error))
      worker.on('exit', (exitCode: number) => listener(`exit code ${exitCode}`))
    },
    terminate: () => void worker.terminate(),
  }
}

const spawnWebWorker = <Request, Response>(code: string): WorkerLike<Request, Response> => {
  const { worker, stop } = startWebWorker(code)
  return {
    postMessage: (message) => worker.postMessage(message),
    onMessage: (listener) =>
      worker.addEventListener('message', ({ data }: { readonly data: Response }) => listener(data)),
    onError: (listener) =>
      worker.addEventListener('error', ({ message }: { readonly message?: string }) => listener(message)),
    terminate: stop,
  }
}
