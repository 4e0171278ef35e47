/** What a runner did. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skipped[]
}

/** A test that did not run. */
export interface Skipped {
  readonly title: string
  readonly reason?: string
}

/** The sum of what several runners did. */
export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
  }
}

/** `3 passed, 0 failed, 1 skipped`. */
export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
}
