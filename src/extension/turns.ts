/** Runs long work in steps, so that the extension host stays responsive. */

import { giveWay, now } from './platform.ts'

/** How long work may keep other extensions waiting, in milliseconds. */
const turn = 8

type Steps<T> = Generator<void, T> | AsyncGenerator<void, T>

/**
 * Runs work step by step, and lets other work of the extension host run in between.
 *
 * @param isWanted whether to go on; absent: the work is always finished
 * @returns the result of the work; undefined if it is no longer wanted
 */
export function inTurns<T>(steps: Steps<T>): Promise<T>
export function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined>
export async function inTurns<T>(steps: Steps<T>, isWanted = () => true): Promise<T | undefined> {
  let start = now()
  for (;;) {
    const step = await steps.next()
    // After the last step too, since using the result takes time of its own.
    if (now() - start >= turn) {
      await giveWay()
      start = now()
    }
    if (!isWanted()) return undefined
    if (step.done) return step.value
  }
}
