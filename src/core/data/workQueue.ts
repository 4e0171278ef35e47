/** Processes keys in passes: keys added during a pass become part of it, and duplicates are processed once. */

/** Pending work, by key. */
export interface WorkQueue {
  /** Number of pending keys. */
  readonly waiting: number
  add(key: string): void
  /** Cancel a pending key. */
  remove(key: string): void
  /**
   * Process all pending keys, including those added meanwhile. Calls during a pass return the same promise. It rejects if
   * the work on a key does; keys that were not processed stay pending.
   *
   * @param isWanted whether to continue; remaining keys stay pending for the next pass
   */
  run(isWanted?: () => boolean): Promise<void>
}

/**
 * Create a queue.
 *
 * @param lanes number of keys processed concurrently: while one waits for the disk or a worker, others proceed
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
      pass ??= Promise.allSettled(Array.from({ length: lanes }, () => lane(isWanted))).then((ends) => {
        pass = undefined
        for (const end of ends) if (end.status === 'rejected') throw end.reason
      })
      return pass
    },
  }
}
