/** Reads and writes the cache file of `lint --cache`. */

import { join, resolve } from 'node:path'
import type { Context } from './context.ts'
import { wholeDisk } from './disk.ts'
import type { LintCache } from './lintCache.ts'
import { pathFrom } from './pathFrom.ts'
import { createFile, replaceText } from './writing/files.ts'

export interface CacheFile {
  readonly cache: LintCache
  /**
   * Writes the cache if it has changed.
   *
   * @returns a sentence saying why it could not be written; undefined on success
   */
  save(): Promise<string | undefined>
}

/** Default location beside the documents. In a package, it is the usual cache folder, which git ignores. */
export const usualCacheFile = '.design-docs-cache.json'
export const cacheFolder = 'node_modules/.cache'
const inPackages = `${cacheFolder}/design-docs/lint.json`

/**
 * Opens the cache of the current folder.
 *
 * @param location relative to the current folder; absent: the default location
 */
export async function openCacheFile({ cwd }: Context, location?: string): Promise<CacheFile> {
  const { exists, isFolder, readText } = wholeDisk
  const usual = (await isFolder(join(cwd, 'node_modules'))) ? inPackages : usualCacheFile
  const file = resolve(cwd, location ?? usual)
  const read = (await exists(file)) ? await readText(file) : undefined
  // Loaded only with `--cache`: loading the hash functions slows down the start.
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
      return failure && `${pathFrom(cwd, file)} was not written: it ${failure}`
    },
  }
}
