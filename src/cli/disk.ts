/** Reads files and folders: of the whole disk, or only within some folders, whatever paths and links say. */

import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { isFolder, type ReadResult, readText } from './readText.ts'
import { isWithin } from './writing/place.ts'

/** What may be asked of a disk; paths are absolute. */
export interface Disk {
  readText(path: string): Promise<ReadResult>
  /** Rejects where there is no folder. */
  list(path: string): Promise<readonly Dirent[]>
  isFolder(path: string): Promise<boolean>
  exists(path: string): Promise<boolean>
}

/** All that the system lets the program read. */
export const wholeDisk: Disk = {
  readText,
  list: (path) => readdir(path, { withFileTypes: true }),
  isFolder,
  exists: (path) =>
    stat(path).then(
      () => true,
      // Something that may not be looked at is there.
      ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
    ),
}

/**
 * The disk for a program that does what others ask of it. What lies outside of the folders, also behind a link in them, is not
 * touched: no text, no names, not even whether it is there.
 *
 * @param folders absolute
 */
export function diskWithin(folders: readonly string[]): Disk {
  /** Where a path leads; undefined for what is not there or not to be read. */
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
