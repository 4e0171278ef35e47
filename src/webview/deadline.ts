/** How long an answer is waited for. */
export interface Deadline {
  /** Undefined: it did not come in time. */
  for<T>(answer: Promise<T>): Promise<T | undefined>
  /** Begins anew. */
  renew(): void
}

/** Create a deadline of so many milliseconds. */
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
