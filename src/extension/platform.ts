/** What desktop and web have in common. The extension is one bundle for both and has the types of neither. */
interface Platform {
  setTimeout(work: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
  readonly performance: { now(): number }
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string }
  readonly TextEncoder: new () => { encode(text: string): Uint8Array }
}

const platform = globalThis as unknown as Platform

/** Milliseconds from some fixed moment. */
export const now = (): number => platform.performance.now()

/** Lets everything else that waits in the extension host have its turn. */
export const giveWay = (): Promise<void> => new Promise((done) => platform.setTimeout(done, 0))

/** What the work gives, or something else when that takes longer. */
export const within = <T>(milliseconds: number, work: Thenable<T>, otherwise: T): Promise<T> =>
  new Promise((done, failed) => {
    const timer = platform.setTimeout(() => done(otherwise), milliseconds)
    work.then(done, failed).then(() => platform.clearTimeout(timer))
  })

/** UTF-8 to text; a byte order mark is left out, as the editor does. */
export const decode = (bytes: Uint8Array): string => new platform.TextDecoder().decode(bytes)

/** Text to UTF-8. */
export const encode = (text: string): Uint8Array => new platform.TextEncoder().encode(text)

/** Work that is put off again whenever it is asked for again. */
export interface Delay {
  /** Runs the work after a rest, or at once without one. */
  start(milliseconds: number, work: () => void): void
  cancel(): void
}

/** Create a delay. */
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
