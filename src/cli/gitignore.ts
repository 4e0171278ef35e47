/** Applies the `.gitignore` files of a folder and its ancestors. */

import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { gitignorePatterns } from '../core/text/gitignore.ts'
import { pathFrom } from './pathFrom.ts'
import { readText } from './readText.ts'

/** The ignore patterns in effect in a folder: those of its own `.gitignore`, and those of its ancestors. */
export interface IgnoredHere {
  /** Whether git would ignore an entry of the folder. */
  ignores(path: string, isFolder: boolean): boolean
  /** The patterns in effect in one of its subfolders. */
  inside(folder: string): Promise<IgnoredHere>
}

/** Git matches patterns without regard to case where file names are case-insensitive. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin'

/**
 * The patterns in effect in a folder that the user named. The folder is searched even if a folder above ignores it.
 *
 * @param start absolute
 */
export async function ignoredIn(start: string): Promise<IgnoredHere> {
  const folders = [start]
  const root = await repositoryOf(start)
  for (let folder = start; root !== undefined && folder !== root; folder = dirname(folder))
    folders.unshift(dirname(folder))
  let here = inRoot(folders[0] ?? start, ignore({ ignorecase }))
  for (const [index, folder] of folders.entries()) {
    const next = await here.inside(folder)
    const isNamed = index > 0 && here.ignores(folder, true)
    here = isNamed ? await inRoot(start, ignore({ ignorecase })).inside(start) : next
    if (isNamed) break
  }
  return here
}

/** @param root the folder that patterns are relative to */
function inRoot(root: string, patterns: Ignore): IgnoredHere {
  const pathOf = (path: string): string => pathFrom(root, path)
  return {
    ignores: (path, isFolder) => patterns.ignores(`${pathOf(path)}${isFolder ? '/' : ''}`),
    async inside(folder) {
      // Git, too, only reads a regular file here.
      const { text } = await readText(join(folder, '.gitignore'))
      const own = text === undefined ? [] : gitignorePatterns(text, pathOf(folder))
      return own.length === 0 ? this : inRoot(root, ignore({ ignorecase }).add(patterns).add(own))
    },
  }
}

/** The nearest folder at or above this one that contains a `.git`. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  const holds = await stat(join(folder, '.git')).then(
    () => true,
    () => false,
  )
  if (holds) return folder
  const above = dirname(folder)
  return above === folder ? undefined : repositoryOf(above)
}
