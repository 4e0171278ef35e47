import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

const root = new URL('../', import.meta.url)

/** The URL of a file, by its path in the repository. */
export const inRoot = (path: string): URL => new URL(path, root)

export const read = (path: string): Promise<string> => readFile(inRoot(path), 'utf8')

/** Writes a file, and creates its folder if necessary. A file that already has this content is not touched. */
export async function write(path: string, text: string): Promise<void> {
  const file = inRoot(path)
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return
  await mkdir(new URL('./', file), { recursive: true })
  await writeFile(file, text)
}

/** The names, without the ending and sorted, of the files with that ending directly in a folder. */
export async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await readdir(inRoot(folder), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => basename(entry.name, ending))
    .toSorted()
}
