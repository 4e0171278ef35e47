/** Finds a program in the folders of PATH, and nowhere else. */

import { access, constants, stat } from 'node:fs/promises'
import { posix, win32 } from 'node:path'

/** Where programs are searched for. */
export interface SearchPath {
  readonly platform: NodeJS.Platform
  /** The value of the PATH variable. */
  readonly path: string | undefined
}

/**
 * Finds a program in the folders of PATH. The current folder, which Windows would search first, and folders relative to
 * it are skipped, since an untrusted repository may contain a program of that name. On Windows only an `.exe` counts,
 * which starts without a shell.
 *
 * @returns an absolute path; undefined if there is none
 */
export async function findProgram(
  name: string,
  { platform, path = '' }: SearchPath,
  isProgram: (file: string) => Promise<boolean> = isExecutable,
): Promise<string | undefined> {
  const isWindows = platform === 'win32'
  const folders = isWindows ? path.split(';').map((each) => each.replace(/^"(.*)"$/, '$1')) : path.split(':')
  for (const folder of folders) {
    // On Windows, a path that begins with a single slash depends on the current drive.
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
