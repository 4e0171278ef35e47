/** Writes `.design-docs/baseline.json`, keeping what it knows of documents that were not looked at. */

import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { type DocumentBaseline, readBaseline, writeBaseline } from '../core/lint/baseline.ts'
import { readText } from './readText.ts'
import { createFile, replaceText } from './writing/files.ts'
import type { Place } from './writing/place.ts'

/**
 * Put documents into a folder's baseline. What it knows of others is kept, without documents that are gone.
 *
 * @param root the folder that holds `.design-docs`, from which its paths count
 * @param place of the file
 * @returns why it could not be written; undefined when it was
 */
export async function updateBaselineFile(
  root: string,
  place: Place,
  documents: ReadonlyMap<string, DocumentBaseline>,
): Promise<string | undefined> {
  const read = (await isGone(place.file)) ? undefined : await readText(place.file)
  if (read?.failure !== undefined) return read.failure
  const { baseline, problem } = read ? readBaseline(read.text) : { baseline: {} }
  // Writing it anew would drop what it knows of all other documents.
  if (problem) return 'is not a baseline; fix or delete it first'
  const known = Object.entries(baseline)
  const gone = await Promise.all(known.map(([path]) => isGone(join(root, path))))
  const kept = known.filter((_, index) => !gone[index])
  const text = writeBaseline(Object.fromEntries([...kept, ...documents]))
  return read ? replaceText(place, read.text, text) : createFile(place, text, 'make')
}

/** What only cannot be looked at is there. */
const isGone = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR',
  )
