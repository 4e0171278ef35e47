import { test } from 'node:test'
import fc from 'fast-check'

/** `npm test` must not depend on luck. */
const usualSeed = 20_260_309

const { FUZZ_SEED, FUZZ_PATH, FUZZ_RUNS } = process.env

fc.configureGlobal({
  seed: FUZZ_SEED === undefined ? usualSeed : Number(FUZZ_SEED),
  ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }),
})

/**
 * A test that something holds for whatever input. A failure shows seed, path and the smallest input that was found.
 *
 * @param runs how many inputs `npm test` tries; `npm run fuzz` has a number of its own
 * @param judge throws or rejects where it does not hold
 */
export function holds<T>(title: string, runs: number, inputs: fc.Arbitrary<T>, judge: (input: T) => unknown): void {
  test(title, () =>
    fc.assert(
      fc.asyncProperty(inputs, async (input) => void (await judge(input))),
      { numRuns: FUZZ_RUNS === undefined ? runs : Number(FUZZ_RUNS) },
    ),
  )
}
