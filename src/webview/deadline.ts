/** Limits how long to wait for an answer. */
export interface Deadline {
  /** Resolves to undefined if the answer does not come in time. */
  for<T>(answer: Promise<T>): Promise<T | undefined>
  /** Starts the time limit again. */
  renew(): void
}

/** Creates a deadline of this many milliseconds. */
export function createDeadline(milliseconds: number): Deadline {
  let timer: ReturnType<typeof setTimeout> | undefined
  let end: () => void = () => undefined
  const renew = () => {
    clearTimeout(timer)
    timer = setTimeout(() => end(), milliseconds)
  }
  return {
    renew,
    for: (answer) =>
      new Promise((resolve, reject) => {
        end = () => resolve(undefined)
        renew()
        answer.then(resolve, reject).finally(() => clearTimeout(timer))
      }),
  }
}
