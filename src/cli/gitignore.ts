/** Obeys the `.gitignore` files of a folder and of those around it. */

import { stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { gitignorePatterns } from '../core/text/gitignore.ts'
import { readText } from './readText.ts'

/** What holds in a folder: the patterns of its own `.gitignore`, and of those above. */
export interface IgnoredHere {
  /** Whether git would leave out an entry of the folder. */
  ignores(path: string, isFolder: boolean): boolean
  /** What holds in a folder of it. */
  inside(folder: string): Promise<IgnoredHere>
}

/** Where file names know no case, git's patterns know none either. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin'

/**
 * What holds in a folder that somebody named. It is looked into even where a folder above says that it is ignored.
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

/** @param root what the patterns count from */
function inRoot(root: string, patterns: Ignore): IgnoredHere {
  const pathOf = (path: string): string => relative(root, path).split(sep).join('/')
  return {
    ignores: (path, isFolder) => patterns.ignores(`${pathOf(path)}${isFolder ? '/' : ''}`),
    async inside(folder) {
      // Git does not look into what is no file of its own either.
      const { text } = await readText(join(folder, '.gitignore'))
      const own = text === undefined ? [] : gitignorePatterns(text, pathOf(folder))
      return own.length === 0 ? this : inRoot(root, ignore({ ignorecase }).add(patterns).add(own))
    },
  }
}

/** The nearest folder upwards that holds a repository. */
async function repositoryOf(folder: string): Promise<string | undefined> {
  const holds = await stat(join(folder, '.git')).then(
    () => true,
    () => false,
  )
  if (holds) return folder
  const above = dirname(folder)
  return above === folder ? undefined : repositoryOf(above)
}
