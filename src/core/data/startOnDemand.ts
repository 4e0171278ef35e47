/** Starts something when it is first needed, and keeps it until it is stopped. */

export interface OnDemand<T> {
  /** Starts it unless it has been started. If that fails, whoever asks next starts it again. */
  get(): Promise<T>
  /** Stops it, as soon as it has started; it may be needed again. */
  stop(): void
}

/** @param end called once for each that has started and is stopped */
export function startOnDemand<T>(start: () => Promise<T>, end: (started: T) => unknown): OnDemand<T> {
  let kept: Promise<T> | undefined
  return {
    get() {
      const started = kept ?? start()
      kept = started
      // Whoever asked is told of the failure.
      started.catch(() => {
        if (kept === started) kept = undefined
      })
      return started
    },
    stop() {
      kept?.then(end, () => undefined)
      kept = undefined
    },
  }
}
