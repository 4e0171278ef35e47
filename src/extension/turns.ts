/** Does long work in steps, so that the extension host stays responsive. */

import { giveWay, now } from './platform.ts'

/** How long work may keep other extensions waiting, in milliseconds. */
const turn = 8

type Steps<T> = Generator<void, T> | AsyncGenerator<void, T>

/**
 * Do work that goes in steps, and let everything else in the extension host have its turn in between.
 *
 * @param isWanted whether the rest is still to be done; absent: it is done in any case
 * @returns what the work gives; undefined when it is no longer wanted
 */
export function inTurns<T>(steps: Steps<T>): Promise<T>
export function inTurns<T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | undefined>
export async function inTurns<T>(steps: Steps<T>, isWanted = () => true): Promise<T | undefined> {
  let start = now()
  for (;;) {
    const step = await steps.next()
    // The last step as well: what is made of the result takes time of its own.
    if (now() - start >= turn) {
      await giveWay()
      start = now()
    }
    if (!isWanted()) return undefined
    if (step.done) return step.value
  }
}
