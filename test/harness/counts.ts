/** The results of a test runner. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly Skipped[]
  /** The failed tests, if the runner can name them. */
  readonly failures?: readonly Failure[]
}

/** A test that failed, and the message of its error. */
export interface Failure {
  readonly title: string
  readonly message: string
}

/** A test that did not run. */
export interface Skipped {
  readonly title: string
  readonly reason?: string
}

/** Adds up the results of several runners. */
export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
    failures: all.flatMap(({ failures }) => failures ?? []),
  }
}

/** Returns a text such as `3 passed, 0 failed, 1 skipped`. */
export function inWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
}
