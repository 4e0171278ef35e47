/** Writes to standard output and standard error so that no byte is lost and a failed write ends the process. */

import { fstatSync, writeFileSync } from 'node:fs'

/** A stream of the process, by the number of its file. */
export interface Output {
  readonly stream: NodeJS.WriteStream & { readonly fd: number }
  /** What it is called in a message. */
  readonly name: string
}

/**
 * Create a writer whose failures end the process with 2, for a report that did not arrive must not look like a verdict. A reader
 * such as `head` that has seen enough is told nothing, any other failure is.
 *
 * @param tell writes a line for people, which may fail itself
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
      // On a disk that is full, the stream takes a part for the whole.
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
