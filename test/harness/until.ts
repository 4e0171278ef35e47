import { setTimeout as pause } from 'node:timers/promises'

/** How long the harness waits for anything, in milliseconds. It is long, because a busy machine is no failure. */
export const defaultTimeout = 60_000

/**
 * Asks repeatedly until the answer is neither `undefined` nor `false`, and returns it. After the timeout, the error
 * says what was waited for and, if given, what was there instead.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  instead: () => Promise<unknown> | unknown = () => undefined,
  timeout = defaultTimeout,
): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const asked = performance.now()
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) {
      const found = await instead()
      const detail = found === undefined ? '' : ` Instead: ${JSON.stringify(found, null, 2)}`
      throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.${detail}`)
    }
    // An expensive question would slow down what is waited for, so it is asked less often.
    await pause(Math.min(Math.max(50, performance.now() - asked), 500))
  }
}
