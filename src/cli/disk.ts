/** Reads files and folders, either on the whole disk or only within given folders, whatever paths and links say. */

import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { isFolder, type ReadResult, readText } from './readText.ts'
import { isWithin } from './writing/place.ts'

/** Read access to a disk; all paths are absolute. */
export interface Disk {
  readText(path: string): Promise<ReadResult>
  /** Rejects, or returns an empty list, if there is no such folder. */
  list(path: string): Promise<readonly Dirent[]>
  isFolder(path: string): Promise<boolean>
  exists(path: string): Promise<boolean>
}

/** Everything that the process may read. */
export const wholeDisk: Disk = {
  readText,
  list: (path) => readdir(path, { withFileTypes: true }),
  isFolder,
  exists: (path) =>
    stat(path).then(
      () => true,
      // An entry without permission does exist.
      ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
    ),
}

/**
 * A disk restricted to some folders, for a program that acts on behalf of others. Nothing outside of them is accessed,
 * not even through a link inside them: no content, no names, not even existence.
 *
 * @param folders absolute
 */
export function diskWithin(folders: readonly string[]): Disk {
  /** The real path; undefined if there is no such entry or it is not in the folders. */
  const reach = async (path: string): Promise<string | undefined> => {
    if (!folders.some((folder) => isWithin(folder, path))) return undefined
    const [real, ...tops] = await Promise.all([path, ...folders].map((each) => realpath(each).catch(() => undefined)))
    return real !== undefined && tops.some((top) => top !== undefined && isWithin(top, real)) ? real : undefined
  }
  const withReal =
    <T>(otherwise: T, use: (real: string) => Promise<T>) =>
    async (path: string): Promise<T> => {
      const real = await reach(path)
      return real === undefined ? otherwise : use(real)
    }
  return {
    readText: withReal<ReadResult>({ failure: 'is not in the workspace' }, wholeDisk.readText),
    list: withReal<readonly Dirent[]>([], wholeDisk.list),
    isFolder: withReal(false, wholeDisk.isFolder),
    exists: withReal(false, wholeDisk.exists),
  }
}
