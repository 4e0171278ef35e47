/** Does long work in steps, so that a program that serves others hears of them meanwhile. */

import { setImmediate } from 'node:timers/promises'

/** How long others may have to wait, in milliseconds. */
const turn = 20

/** Do work that goes in steps. Rejects with the signal's reason when that is aborted. @returns what the work gives */
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
