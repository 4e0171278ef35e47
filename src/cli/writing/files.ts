/** Creates and replaces files atomically. */

import { constants as modes, readFileSync, renameSync, type Stats } from 'node:fs'
import { constants, copyFile, link, lstat, open, readFile, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { decode, whyUnreadable } from '../readText.ts'
import { type Folders, type Place, Refusal, realFolderOf } from './place.ts'
import { sweep, withName } from './temporary.ts'

/**
 * Creates a file atomically. Never overwrites one.
 *
 * @returns why it was not created: words to follow its path, such as `already exists`; undefined on success
 */
export const createFile = (place: Place, text: string, folders: Folders): Promise<string | undefined> =>
  telling(whyNotCreated, async () => {
    const folder = await realFolderOf(place, folders)
    const file = join(folder, basename(place.file))
    if (await isThere(file)) throw new Refusal('already exists')
    await withTemporary(folder, text, undefined, async (temporary) => {
      try {
        // Unlike a rename, a hard link cannot replace an existing file.
        await link(temporary, file)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
        // Some file systems do not support hard links.
        await copyFile(temporary, file, constants.COPYFILE_EXCL)
      }
    })
  })

/**
 * Replaces a file's text completely or, on any error, not at all. Keeps byte order mark, mode and owner.
 *
 * @param was the text that was read, without byte order mark; if the file now has another text, it is left alone
 * @returns why it was not written: words to follow its path; undefined on success
 */
export const replaceText = (place: Place, was: string, text: string): Promise<string | undefined> =>
  telling(
    (error) => whyUnreadable(place.file, error),
    async () => {
      const folder = await realFolderOf(place, 'expect')
      const file = join(folder, basename(place.file))
      const status = await lstat(file)
      if (status.isSymbolicLink()) throw new Refusal('is a symbolic link')
      // Replacing a file needs no write permission on the file itself, but read-only is intentional.
      if ((status.mode & 0o222) === 0) throw new Refusal('is read-only')
      await (await open(file, modes.O_RDWR | (modes.O_NOFOLLOW ?? 0))).close()
      const before = await readFile(file)
      const read = decode(before)
      if (read.failure !== undefined || read.text !== was) throw new Refusal(changed)
      await withTemporary(folder, (read.hasMark ? '\uFEFF' : '') + text, status, (temporary) => {
        // Synchronous, to leave other processes as little time as possible between the check and the rename.
        if (!readFileSync(file).equals(before)) throw new Refusal(changed)
        renameSync(temporary, file)
      })
    },
  )

const changed = 'changed in the meantime'

/** Writes a text to a temporary file in the folder, flushes it to disk, and has it put in place. */
async function withTemporary(
  folder: string,
  text: string,
  like: Stats | undefined,
  putInPlace: (temporary: string) => void | Promise<void>,
): Promise<void> {
  await sweep(folder)
  await withName(folder, 'tmp', async (name) => {
    const temporary = join(folder, name)
    const handle = await open(temporary, 'wx', like?.mode)
    try {
      // If the folder is swapped for a link from here on, that one does not contain this file, whose name cannot be
      // guessed.
      if ((await realpath(folder)) !== folder) throw new Refusal(changed)
      if (like) {
        await handle.chown(like.uid, like.gid).catch(() => undefined)
        await handle.chmod(like.mode)
      }
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await putInPlace(temporary)
  })
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

async function telling(
  why: (error: unknown) => string | Promise<string>,
  write: () => Promise<void>,
): Promise<string | undefined> {
  try {
    await write()
    return undefined
  } catch (error) {
    return error instanceof Refusal ? error.message : why(error)
  }
}

function whyNotCreated(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code !== undefined && reasons[code]) || `cannot be created: ${message}`
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'already exists',
  EACCES: 'cannot be created: the folder is not writable',
  EPERM: 'cannot be created: the folder is not writable',
  EROFS: 'cannot be created: the disk is read-only',
  ENOTDIR: 'cannot be created: a file is where its folder would be',
  ENAMETOOLONG: 'cannot be created: the name is too long',
  ENOSPC: 'does not fit on the disk',
}
