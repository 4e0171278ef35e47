/** What desktop and web have in common. The extension is the same code for both and has the types of neither. */
interface Platform {
  setTimeout(work: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
  readonly performance: { now(): number }
  readonly crypto: { getRandomValues(bytes: Uint8Array): Uint8Array }
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string }
  readonly TextEncoder: new () => { encode(text: string): Uint8Array }
  btoa(binary: string): string
  readonly Blob: new (parts: readonly unknown[], options: { type: string }) => unknown
  readonly URL: {
    new (url: string): { readonly href: string }
    createObjectURL(blob: unknown): string
    revokeObjectURL(url: string): void
  }
  /** Not on the desktop. */
  readonly Worker: new (
    url: string,
  ) => WebWorker
  /** Not in the browser. */
  readonly process?: { getBuiltinModule?(id: string): unknown; readonly execPath?: string }
}

interface WebWorker {
  postMessage(message: unknown): void
  addEventListener(event: string, listener: (event: never) => void): void
  terminate(): void
}

const platform = globalThis as unknown as Platform

/** Milliseconds since a fixed moment. */
export const now = (): number => platform.performance.now()

/** Lets other pending work of the extension host run. @param milliseconds how long to wait for it at least */
export const giveWay = (milliseconds = 0): Promise<void> =>
  new Promise((done) => platform.setTimeout(done, milliseconds))

/** A Node module; undefined in the browser. */
export const nodeModule = (id: string): unknown => platform.process?.getBuiltinModule?.(id)

/** The extension host's executable; undefined in the browser. */
export const execPath = platform.process?.execPath

/** Starts a web worker with a script. @returns the worker, and a function that stops it and frees its URL */
export function startWebWorker(code: string): { readonly worker: WebWorker; stop(): void } {
  const url = platform.URL.createObjectURL(new platform.Blob([code], { type: 'text/javascript' }))
  const worker = new platform.Worker(url)
  const stop = () => {
    worker.terminate()
    platform.URL.revokeObjectURL(url)
  }
  return { worker, stop }
}

/** The result of some work, or `otherwise` if it takes longer. */
export const within = <T>(milliseconds: number, work: Thenable<T>, otherwise: T): Promise<T> =>
  new Promise((done, failed) => {
    const timer = platform.setTimeout(() => done(otherwise), milliseconds)
    work.then(done, failed).then(() => platform.clearTimeout(timer))
  })

/** Decodes UTF-8, without a byte order mark, as the editor does. */
export const decode = (bytes: Uint8Array): string => new platform.TextDecoder().decode(bytes)

/** Encodes text as UTF-8. */
export const encode = (text: string): Uint8Array => new platform.TextEncoder().encode(text)

/** An unguessable string of letters and digits. */
export const createNonce = (): string =>
  [...platform.crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(36)).join('')

/** A URL as browsers spell it, with what is encoded left as it is; undefined if they cannot read it. */
export function spelledOut(url: string): string | undefined {
  try {
    return new platform.URL(url).href
  } catch {
    return undefined
  }
}

/** Encodes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return platform.btoa(binary)
}

/** A timer that each start restarts. */
export interface Delay {
  /** Runs the work after this time. */
  start(milliseconds: number, work: () => void): void
  cancel(): void
}

/** Creates a delay. */
export function createDelay(): Delay {
  let timer: unknown
  return {
    start(milliseconds, work) {
      platform.clearTimeout(timer)
      timer = platform.setTimeout(work, milliseconds)
    },
    cancel: () => platform.clearTimeout(timer),
  }
}
