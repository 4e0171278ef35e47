/** Checks before a file is written that no link leads out of its folder. */

import { lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { pathFrom } from '../pathFrom.ts'

/** Where a file is to be written. */
export interface Place {
  /**
   * The workspace. Links above it are its owner's responsibility; those below it are untrusted. For a file outside of
   * it, which the user named, the nearest existing folder is used instead.
   */
  readonly root: string
  readonly file: string
}

/** Whether to create missing folders or to refuse to write. */
export type Folders = 'make' | 'expect'

/** Why nothing is written: words to follow the file's path, without a full stop. */
export class Refusal extends Error {}

/**
 * Finds the real folder of a file without following any link below the root.
 *
 * @returns an absolute path without links
 * @throws a `Refusal`
 */
export async function realFolderOf({ root, file }: Place, folders: Folders): Promise<string> {
  const folder = dirname(file)
  const top = isWithin(root, folder) ? root : await nearestFolder(folder)
  let real = await realpath(top)
  let path = top
  for (const name of relative(top, folder).split(sep).filter(Boolean)) {
    path = join(path, name)
    real = join(real, name)
    const kind = (await kindOf(real)) ?? (folders === 'make' ? await makeFolder(real) : undefined)
    if (kind === 'folder') continue
    if (kind === 'link') throw new Refusal(`is reached through a symbolic link, ${pathFrom(root, path)}`)
    throw new Refusal(
      kind === undefined
        ? 'cannot be created: its folder does not exist'
        : 'cannot be created: a file is where its folder would be',
    )
  }
  // On a case-insensitive disk, the real name may differ in case.
  return realpath(real)
}

/** Whether a path is a folder or lies in it, by spelling only. */
export function isWithin(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function nearestFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  return isThere || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}

type Kind = 'folder' | 'link' | 'other'

async function kindOf(path: string): Promise<Kind | undefined> {
  try {
    const status = await lstat(path)
    return status.isSymbolicLink() ? 'link' : status.isDirectory() ? 'folder' : 'other'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Creates one folder. Node's `recursive` loops for ever where the system answers "not found", as below `/proc`. */
async function makeFolder(path: string): Promise<Kind> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Refusal('cannot be created: its folder cannot be made there')
    // Another process was faster.
    if (code !== 'EEXIST') throw error
  }
  return (await kindOf(path)) ?? 'other'
}
