/** Run a generator to completion. To yield to other work in between, take its steps one by one instead. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
