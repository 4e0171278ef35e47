/** Writes to standard output and standard error so that nothing is lost and a failed write ends the process. */

import { fstatSync, writeFileSync } from 'node:fs'

/** An output stream of the process, with its file descriptor. */
export interface Output {
  readonly stream: NodeJS.WriteStream & { readonly fd: number }
  /** The stream's name in messages. */
  readonly name: string
}

/**
 * Creates a writer that exits with 2 when writing fails, since a truncated report must not look like a result. A closed
 * pipe, as left by `head`, is not reported; any other failure is.
 *
 * @param tell writes a line for people; may itself fail
 */
export function createWriter({ stream, name }: Output, tell: (line: string) => void): (text: string) => void {
  const fail = (error: unknown): never => {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'EPIPE') tell(`design-docs: ${name} cannot be written: ${message}\n`)
    process.exit(2)
  }
  stream.on('error', fail)
  if (!isFile(stream.fd)) return (text) => void stream.write(text)
  return (text) => {
    try {
      // On a full disk, the stream would report a partial write as complete.
      writeFileSync(stream.fd, text)
    } catch (error) {
      fail(error)
    }
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    return false
  }
}
