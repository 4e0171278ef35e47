/** Writes `.design-docs/baseline.json`, keeping the entries of documents that were not linted. */

import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { type DocumentBaseline, readBaseline, writeBaseline } from '../core/lint/baseline.ts'
import { readText } from './readText.ts'
import { createFile, replaceText } from './writing/files.ts'
import type { Place } from './writing/place.ts'

/**
 * Updates the documents' entries in a folder's baseline. Other entries are kept, except those of deleted documents.
 *
 * @param root the folder that contains `.design-docs`; paths in the baseline are relative to it
 * @param place of the baseline file
 * @returns why the file could not be written; undefined on success
 */
export async function updateBaselineFile(
  root: string,
  place: Place,
  documents: ReadonlyMap<string, DocumentBaseline>,
): Promise<string | undefined> {
  const read = (await isGone(place.file)) ? undefined : await readText(place.file)
  if (read?.failure !== undefined) return read.failure
  const { baseline, problem } = read ? readBaseline(read.text) : { baseline: {} }
  // Overwriting it would lose the entries of all other documents.
  if (problem) return 'is not a baseline; fix or delete it first'
  const known = Object.entries(baseline)
  const gone = await Promise.all(known.map(([path]) => isGone(join(root, path))))
  const kept = known.filter((_, index) => !gone[index])
  const text = writeBaseline(Object.fromEntries([...kept, ...documents]))
  return read ? replaceText(place, read.text, text) : createFile(place, text, 'make')
}

/** Only a missing file counts as gone, not one that cannot be accessed. */
const isGone = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR',
  )
