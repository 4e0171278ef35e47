import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Create a file and the folders above it. Never overwrites one.
 *
 * @returns why it could not be created: words after its path, `already exists` among them; undefined when it was
 */
export async function createFile(file: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
    return undefined
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return (error as NodeJS.ErrnoException).syscall === 'mkdir' ? inTheWay : 'already exists'
    return (code !== undefined && reasons[code]) || `cannot be created: ${message}`
  }
}

const inTheWay = 'cannot be created: a file is where its folder would be'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'cannot be created: the folder is not writable',
  EPERM: 'cannot be created: the folder is not writable',
  EROFS: 'cannot be created: the disk is read-only',
  ENOTDIR: inTheWay,
  ENAMETOOLONG: 'cannot be created: the name is too long',
  ENOSPC: 'does not fit on the disk any more',
}
