/** Reads a text file as UTF-8, or says why it cannot be read. */

import { lstat, readFile, stat } from 'node:fs/promises'

/** A file's text without its byte order mark, or one sentence without a full stop that says why it cannot be read. */
export type ReadResult =
  | { readonly text: string; readonly hasMark: boolean; readonly failure?: never }
  | { readonly failure: string; readonly text?: never }

/** In bytes; a larger file is not a document that somebody wrote. */
export const largestFile = 5 * 1024 * 1024

/** Reads a text file. Never rejects, whatever is wrong with the file. */
export async function readText(file: string): Promise<ReadResult> {
  try {
    const status = await stat(file)
    if (status.isDirectory()) return { failure: 'is a folder' }
    // Opening a pipe would block until somebody writes to it, and a device may be endless.
    if (!status.isFile()) return { failure: 'is not a regular file' }
    return status.size > largestFile ? { failure: 'is larger than 5 MB' } : decode(await readFile(file))
  } catch (error) {
    return { failure: await whyUnreadable(file, error) }
  }
}

/** Decodes the bytes of a file. */
export function decode(bytes: Uint8Array): ReadResult {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { failure: 'is UTF-16: save it as UTF-8' }
  if (bytes.subarray(0, 8192).includes(0)) return { failure: 'is a binary file' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const hasMark = text.startsWith('\uFEFF')
    return { text: hasMark ? text.slice(1) : text, hasMark }
  } catch {
    return { failure: 'is not UTF-8' }
  }
}

/** Whether the path exists and is a folder. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  )

/** Why a file or folder cannot be used, in words. */
export async function whyUnreadable(file: string, error: unknown): Promise<string> {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') {
    const isLink = await lstat(file).then(
      (status) => status.isSymbolicLink(),
      () => false,
    )
    return isLink ? 'is a symbolic link to a file that does not exist' : 'does not exist'
  }
  return (code !== undefined && reasons[code]) || `cannot be used: ${message}`
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'may not be opened: no permission',
  EPERM: 'may not be opened: no permission',
  EISDIR: 'is a folder',
  ENOTDIR: 'does not exist',
  ELOOP: 'is a symbolic link that leads back to itself',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'does not fit on the disk',
}
