/** Reads `.gitignore` files: what they leave out, counted from the folder that holds all of them. */

import ignore from 'ignore'

/** Patterns with more wildcards, or more `**` before their end, could take for ever; hardly anybody writes such. */
const most = { stars: 6, deep: 2 }

/** More patterns than these, of all files together, are left out. */
const mostPatterns = 5_000

/** The patterns of a file, as they would be written in the root. @param folder of the file, from the root; empty for the root */
export const gitignorePatterns = (text: string, folder: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#') || isCostly(line)) return []
    if (folder === '') return [line]
    const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? []
    const isAnywhere = !/\/(?=.)/.test(pattern.trimEnd())
    return [`${not}/${literally(folder)}/${isAnywhere ? '**/' : ''}${pattern.replace(/^\//, '')}`]
  })

/**
 * What the `.gitignore` files of a folder and of those in it leave out together.
 *
 * @param files their texts by the folder that holds each, from the root, with `/`; empty for the root
 * @returns whether git would leave out a file; its path from the root, with `/`
 */
export function gitignoreTest(files: ReadonlyMap<string, string>): (path: string) => boolean {
  // What is further inside counts more, and so comes later.
  const inside = [...files].toSorted(([a], [b]) => a.length - b.length)
  const patterns = inside.flatMap(([folder, text]) => gitignorePatterns(text, folder))
  if (patterns.length === 0) return () => false
  const test = ignore().add(patterns.slice(0, mostPatterns))
  return (path) => ignore.isPathValid(path) && test.ignores(path)
}

function isCostly(pattern: string): boolean {
  const runs = pattern.match(/\*+/g) ?? []
  const isDeep = (pattern.match(/\*\*(?!\s*$)/g) ?? []).length > most.deep
  return runs.length > most.stars || isDeep
}

/** A path in which nothing is a wildcard. */
const literally = (path: string): string => path.replace(/[\\*?[\]!# ]/g, '\\$&')
