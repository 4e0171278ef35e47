/** Finds the document that a model names by path, in the folders that its client has open. */

import { resolve } from 'node:path'
import { isMarkdown } from '../../core/text/isMarkdown.ts'
import type { Disk } from '../disk.ts'
import { isWithin } from '../writing/place.ts'

/** A file, and the open folder that contains it; both absolute. */
export interface FoundFile {
  readonly folder: string
  readonly file: string
}

/**
 * Finds a Markdown file. Rejects with an `Error` that tells the model what to do instead.
 *
 * @param path relative to one of the folders, or absolute and inside one of them
 * @param isGiven whether the text is given, in which case the file need not exist
 */
export async function findFile(
  path: string,
  folders: readonly string[],
  disk: Disk,
  isGiven: boolean,
): Promise<FoundFile> {
  const places = folders
    .map((folder) => ({ folder, file: resolve(folder, path) }))
    .filter(({ folder, file }) => path !== '' && isWithin(folder, file))
  const [first] = places
  if (first && !isMarkdown(first.file)) throw new Error(`“${path}” is not a Markdown file.`)
  for (const place of places) if (await disk.exists(place.file)) return place
  if (first && isGiven) return first
  throw new Error(
    `“${path}” does not exist in the workspace, or is a link to a file outside it. Give the path from the workspace folder, such as docs/orders.md.`,
  )
}
