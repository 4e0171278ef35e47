import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

const root = new URL('../', import.meta.url)

/** A file of the repository, as a URL. */
export const inRoot = (path: string): URL => new URL(path, root)

export const read = (path: string): Promise<string> => readFile(inRoot(path), 'utf8')

/** Write a file, and its folder if need be. One whose content would stay the same is not touched. */
export async function write(path: string, text: string): Promise<void> {
  const file = inRoot(path)
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return
  await mkdir(new URL('./', file), { recursive: true })
  await writeFile(file, text)
}

/** The names, without their ending, of a folder's own files with that ending, in order. */
export async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await readdir(inRoot(folder), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => basename(entry.name, ending))
    .toSorted()
}
