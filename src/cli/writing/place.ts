/** Checks before a file is written that no link leads out of the folder it belongs to. */

import { lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'

/** Where a file is to be written. */
export interface Place {
  /**
   * The workspace: links on the way to it are its owner's business, those below it may be anybody's. For a file outside of it,
   * which somebody asked for by name, the nearest folder that is there takes its place.
   */
  readonly root: string
  readonly file: string
}

/** Whether missing folders are made, or are a reason not to write. */
export type Folders = 'make' | 'expect'

/** Why nothing is written: words after the file's path, without full stop. */
export class Refusal extends Error {}

/**
 * Find the real folder of a file without going through a link below the root.
 *
 * @returns absolute, without any link in it. Throws a `Refusal`
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
    if (kind === 'link')
      throw new Refusal(`is reached through a symbolic link, ${relative(root, path).split(sep).join('/')}`)
    throw new Refusal(
      kind === undefined
        ? 'cannot be created: its folder does not exist'
        : 'cannot be created: a file is where its folder would be',
    )
  }
  // Where case does not matter, its name is written in another way.
  return realpath(real)
}

/** Whether a path is a folder or lies in it, as it is written. */
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

/** One folder and no more: where the system refuses with "not found", as below `/proc`, Node's `recursive` tries for ever. */
async function makeFolder(path: string): Promise<Kind> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Refusal('cannot be created: its folder cannot be made there')
    // Somebody else was quicker.
    if (code !== 'EEXIST') throw error
  }
  return (await kindOf(path)) ?? 'other'
}
