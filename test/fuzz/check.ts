import { test } from 'node:test'
import fc from 'fast-check'

/** A fixed seed, since `npm test` must not depend on luck. */
const usualSeed = 20_260_309

const { FUZZ_SEED, FUZZ_PATH, FUZZ_RUNS } = process.env

fc.configureGlobal({
  seed: FUZZ_SEED === undefined ? usualSeed : Number(FUZZ_SEED),
  ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }),
})

/**
 * Defines a test that a property holds for any input. A failure shows the seed, the path and the smallest input found.
 *
 * @param runs the number of inputs in `npm test`; `npm run fuzz` has its own number
 * @param judge throws or rejects if the property does not hold
 */
export function holds<T>(title: string, runs: number, inputs: fc.Arbitrary<T>, judge: (input: T) => unknown): void {
  test(title, () =>
    fc.assert(
      fc.asyncProperty(inputs, async (input) => void (await judge(input))),
      { numRuns: FUZZ_RUNS === undefined ? runs : Number(FUZZ_RUNS) },
    ),
  )
}
