/** Does work in steps without a rest. Who would rather let others run in between takes the steps one by one. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
