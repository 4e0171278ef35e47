/** Does what is to be done in passes: what comes while one goes on belongs to it, and what is asked for twice is done once. */

/** Work that waits, by keys. */
export interface WorkQueue {
  /** How many keys wait. */
  readonly waiting: number
  add(key: string): void
  /** It is not wanted any more. */
  remove(key: string): void
  /**
   * Do all that waits, and what comes meanwhile. Whoever asks while this goes on waits for the same pass.
   *
   * @param isWanted whether the rest is still to be done; what is left waits for the next pass
   */
  run(isWanted?: () => boolean): Promise<void>
}

/**
 * Create a queue.
 *
 * @param work must not throw
 * @param lanes so many keys are worked on at once: while one waits for the disk or a worker, another goes on
 */
export function createWorkQueue(work: (key: string) => Promise<void>, lanes = 3): WorkQueue {
  const keys = new Set<string>()
  let pass: Promise<void> | undefined

  async function lane(isWanted: () => boolean): Promise<void> {
    while (isWanted()) {
      const [key] = keys
      if (key === undefined) return
      keys.delete(key)
      await work(key)
    }
  }

  return {
    get waiting() {
      return keys.size
    },
    add: (key) => void keys.add(key),
    remove: (key) => void keys.delete(key),
    run(isWanted = () => true) {
      pass ??= Promise.all(Array.from({ length: lanes }, () => lane(isWanted))).then(() => {
        pass = undefined
      })
      return pass
    },
  }
}
