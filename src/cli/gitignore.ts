/** Obeys the `.gitignore` files of a folder and of those around it. */

import { stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
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

/** Patterns with more wildcards, or more `**` before their end, could take for ever; hardly anybody writes such. */
const most = { stars: 6, deep: 2 }

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
      const own = text === undefined ? [] : patternsFrom(text, pathOf(folder))
      return own.length === 0 ? this : inRoot(root, ignore({ ignorecase }).add(patterns).add(own))
    },
  }
}

/** The patterns of a file, as they would be written in the root. @param folder of the file, from the root; empty for the root */
const patternsFrom = (text: string, folder: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#') || isCostly(line)) return []
    if (folder === '') return [line]
    const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? []
    const isAnywhere = !/\/(?=.)/.test(pattern.trimEnd())
    return [`${not}/${literally(folder)}/${isAnywhere ? '**/' : ''}${pattern.replace(/^\//, '')}`]
  })

function isCostly(pattern: string): boolean {
  const runs = pattern.match(/\*+/g) ?? []
  const isDeep = (pattern.match(/\*\*(?!\s*$)/g) ?? []).length > most.deep
  return runs.length > most.stars || isDeep
}

/** A path in which nothing is a wildcard. */
const literally = (path: string): string => path.replace(/[\\*?[\]!# ]/g, '\\$&')

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
