/** Runs long work in steps, so that a server can handle other requests in between. */

import { setImmediate } from 'node:timers/promises'

/** How long other work may have to wait, in milliseconds. */
const turn = 20

/** Runs work step by step. Rejects with the signal's reason when that is aborted. @returns the result of the work */
export async function inTurns<T>(steps: AsyncGenerator<void, T, void>, signal: AbortSignal): Promise<T> {
  for (let start = performance.now(); ; ) {
    const { done, value } = await steps.next()
    if (performance.now() - start > turn) {
      await setImmediate()
      start = performance.now()
    }
    signal.throwIfAborted()
    if (done) return value
  }
}
