/** Shows on a terminal how far a long piece of work has come, and leaves nothing of it there. */

import { printable } from '../core/text/printable.ts'

/** Tells people that work goes on. */
export interface Progress {
  /** Say how far it has come. Costs nothing where nobody looks. @param what is at work now */
  show(done: number, total: number, what: string): void
  /** Leave the line as it was. What is written next stands where it would have stood. */
  clear(): void
}

/** For those who do not look at a terminal. */
export const noProgress: Progress = { show: () => undefined, clear: () => undefined }

/** A terminal, as much of it as is needed here. */
interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** Work that takes no longer than this is done before anybody wonders, in milliseconds. */
const patience = 800
/** How often the line changes. */
const pause = 100

/** Back to the begin of the line, and nothing on it. */
const empty = '\r\x1b[2K'

/** @param now milliseconds from any moment on */
export function createProgress(
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
  now: () => number = () => performance.now(),
): Progress {
  // Logs of build servers keep every state of a line.
  if (!terminal.isTTY || env['CI'] || env['TERM'] === 'dumb') return noProgress
  let next = now() + patience
  let isShown = false
  return {
    show(done, total, what) {
      if (now() < next) return
      next = now() + pause
      isShown = true
      // A terminal that does not know its width says 0. A line that wraps could not be taken back: wrapping is off while it is
      // written, for some characters are wide.
      const line = printable(`${done + 1} of ${total}  ${what}`).slice(0, terminal.columns || 80)
      terminal.write(`${empty}\x1b[?7l${line}\x1b[?7h`)
    },
    clear() {
      if (isShown) terminal.write(empty)
      isShown = false
    },
  }
}
