/** Finds a program in the folders of PATH, and nowhere else. */

import { access, constants, stat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'

/** Where programs are looked for. */
export interface SearchPath {
  readonly platform: NodeJS.Platform
  /** The variable PATH. */
  readonly path: string | undefined
}

/**
 * Find a program in the folders of PATH. The current folder, in which Windows would look first, is none of them, and neither is
 * what is relative to it: there anybody's repository may have a program of that name. On Windows only an `.exe` counts, which
 * starts without a shell.
 *
 * @returns an absolute path; undefined when there is none
 */
export async function findProgram(
  name: string,
  { platform, path = '' }: SearchPath,
  isProgram: (file: string) => Promise<boolean> = isExecutable,
): Promise<string | undefined> {
  const isWindows = platform === 'win32'
  const folders = isWindows ? path.split(';').map((each) => each.replace(/^"(.*)"$/, '$1')) : path.split(':')
  for (const folder of folders) {
    // On Windows a path that begins with one slash is on whatever drive is the current one.
    if (!(isWindows ? /^(?:[a-z]:[\\/]|\\\\)/i.test(folder) : posix.isAbsolute(folder))) continue
    const file = isWindows ? win32.join(folder, `${name}.exe`) : posix.join(folder, name)
    if (await isProgram(file)) return file
  }
  return undefined
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
