import { giveWay, now } from './platform.ts'

/** How long work may keep other extensions waiting, in milliseconds. */
const turn = 8

/**
 * Do work that goes in steps, and let everything else in the extension host have its turn in between.
 *
 * @returns what the work gives; undefined when it is no longer wanted, and then the rest of it is never done
 */
export async function inTurns<T>(
  steps: Generator<void, T> | AsyncGenerator<void, T>,
  isWanted: () => boolean,
): Promise<T | undefined> {
  let start = now()
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    if (now() - start >= turn) {
      await giveWay()
      start = now()
    }
    if (!isWanted()) return undefined
  }
}
