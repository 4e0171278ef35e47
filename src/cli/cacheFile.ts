/** Reads and writes the file in which `lint --cache` keeps what it knows. */

import { join, relative, resolve, sep } from 'node:path'
import type { Context } from './context.ts'
import { wholeDisk } from './disk.ts'
import type { LintCache } from './lintCache.ts'
import { createFile, replaceText } from './writing/files.ts'

export interface CacheFile {
  readonly cache: LintCache
  /** Write what has changed. @returns a sentence that says why it is not written; undefined when all is well */
  save(): Promise<string | undefined>
}

/** Where packages keep such things, which git ignores; else beside the documents. */
export const usualCacheFile = '.design-docs-cache.json'
const inPackages = 'node_modules/.cache/design-docs/lint.json'

/** Open the cache of a folder. @param location from the current folder; absent: where caches are */
export async function openCacheFile({ cwd }: Context, location?: string): Promise<CacheFile> {
  const { exists, isFolder, readText } = wholeDisk
  const usual = (await isFolder(join(cwd, 'node_modules'))) ? inPackages : usualCacheFile
  const file = resolve(cwd, location ?? usual)
  const read = (await exists(file)) ? await readText(file) : undefined
  // Loaded by those who want it: hashing takes a moment at the start.
  const { readLintCache } = await import('./lintCache.ts')
  const cache = await readLintCache(read?.text)
  return {
    cache,
    async save() {
      const text = await cache.write((path) => exists(join(cwd, path)))
      if (text === undefined) return undefined
      const place = { root: cwd, file }
      const failure =
        read?.failure ?? (read ? await replaceText(place, read.text, text) : await createFile(place, text, 'make'))
      return failure && `${relative(cwd, file).split(sep).join('/')} was not written: it ${failure}`
    },
  }
}
