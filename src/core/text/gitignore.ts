/** Reads `.gitignore` files, with all patterns relative to the root. */

import ignore from 'ignore'

/**
 * Patterns with more wildcards, or more `**` before their end, could take exponential time; they are hardly ever used.
 */
const most = { stars: 6, deep: 2 }

/** Maximum number of patterns in all files together; the rest are ignored. */
const mostPatterns = 5_000

/**
 * The patterns of a file, rewritten for the root.
 *
 * @param folder of the file, relative to the root; empty for the root
 */
export const gitignorePatterns = (text: string, folder: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === '' || line.startsWith('#') || isCostly(line)) return []
    if (folder === '') return [line]
    const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(line) ?? []
    const isAnywhere = !/\/(?=.)/.test(pattern.trimEnd())
    return [`${not}/${literally(folder)}/${isAnywhere ? '**/' : ''}${pattern.replace(/^\//, '')}`]
  })

/**
 * Create a test for the combined `.gitignore` files of a folder and its subfolders.
 *
 * @param files their texts by folder, relative to the root, with `/`; empty for the root
 * @returns whether git would ignore a file, by its path relative to the root, with `/`
 */
export function gitignoreTest(files: ReadonlyMap<string, string>): (path: string) => boolean {
  // Deeper files take precedence, so their patterns come later.
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

/** Escapes all wildcards in a path. */
const literally = (path: string): string => path.replace(/[\\*?[\]!# ]/g, '\\$&')
