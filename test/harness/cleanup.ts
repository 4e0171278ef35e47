import { rmSync } from 'node:fs'

/**
 * What must be undone however the process ends: normally, with an error, by Ctrl+C or by the test runner's timeout.
 * Every entry is synchronous, because a process that exits runs nothing asynchronous.
 */
const pending = new Set<() => void>()
let listening = false

/** Runs `undo` when the process ends. Returns a function that runs it now instead. */
export function atExit(undo: () => void): () => void {
  listen()
  pending.add(undo)
  return () => {
    if (pending.delete(undo)) undo()
  }
}

/** Removes a folder when the process ends. Returns a function that removes it now instead. */
export function removeAtExit(folder: string): () => void {
  return atExit(() => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    } catch {
      // A leftover temporary folder is no reason to fail a test.
    }
  })
}

function listen(): void {
  if (listening) return
  listening = true
  process.on('exit', () => {
    // Newest first, because processes were started after the folders that they write to were created.
    for (const undo of [...pending].reverse()) undo()
    pending.clear()
  })
  // Shells report 128 + the signal's number for a process that a signal ended.
  process.once('SIGINT', () => process.exit(130))
  process.once('SIGTERM', () => process.exit(143))
  process.once('SIGHUP', () => process.exit(129))
}
