/** Shows the progress of long work on a terminal, and removes it afterwards. */

import { printable } from '../core/text/printable.ts'

/** Reports the progress of work to the user. */
export interface Progress {
  /** Shows how far the work has come. Cheap if nothing is shown. @param what is being processed */
  show(done: number, total: number, what: string): void
  /** Clears the progress line, so that output continues where it would have been. */
  clear(): void
}

/** For output that is not a terminal. */
export const noProgress: Progress = { show: () => undefined, clear: () => undefined }

/** The part of a terminal's interface that is needed here. */
interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Milliseconds before progress is first shown; shorter work needs none. */
const patience = 800
/** Milliseconds between updates. */
const pause = 100

/** Carriage return, then clear the line. */
const empty = '\r\x1b[2K'

/** @param now milliseconds from any starting point */
export function createProgress(
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
  now: () => number = () => performance.now(),
): Progress {
  // Build servers would log every update.
  if (!terminal.isTTY || env['CI'] || env['TERM'] === 'dumb') return noProgress
  let next = now() + patience
  let isShown = false
  return {
    show(done, total, what) {
      if (now() < next) return
      next = now() + pause
      isShown = true
      // A terminal that does not know its width reports 0. Wrapping is turned off during the write, since some
      // characters are wide and a wrapped line could not be cleared.
      const line = printable(`${done + 1} of ${total}  ${what}`).slice(0, terminal.columns || 80)
      terminal.write(`${empty}\x1b[?7l${line}\x1b[?7h`)
    },
    clear() {
      if (isShown) terminal.write(empty)
      isShown = false
    },
  }
}
