/** What became of a file: other content, or the file or folder itself is new, gone or called otherwise. */
export type FileChange = 'content' | 'presence'

/** Who was told what of which files, so that they can be found when it no longer holds. Paths are absolute, with `/`. */
export interface Readership<R> {
  /** The reader was told what a file holds, or that it is not there. */
  read(reader: R, file: string): void
  /** The reader was told which files a folder has, or that it is not there. */
  list(reader: R, folder: string): void
  /** What the reader was told so far is of no interest any more. */
  forget(reader: R): void
  /** The readers who were told something else than what holds since a change. A folder that comes or goes brings or takes its files. */
  of(path: string, change: FileChange): readonly R[]
}

/** Create a readership. The case of letters in paths makes no difference, for on many disks it makes none. */
export function createReadership<R>(): Readership<R> {
  const readers = new Map<string, Set<R>>()
  const notes = new Map<R, Set<string>>()

  const note = (reader: R, key: string) => {
    const known = readers.get(key)
    if (known) known.add(reader)
    else readers.set(key, new Set([reader]))
    const own = notes.get(reader)
    if (own) own.add(key)
    else notes.set(reader, new Set([key]))
  }

  const notePresence = (reader: R, path: string) => {
    for (let at = fold(path); at.includes('/'); at = folderOf(at)) note(reader, presenceOf(at))
  }

  return {
    read(reader, file) {
      note(reader, contentOf(fold(file)))
      notePresence(reader, file)
    },
    list(reader, folder) {
      note(reader, listingOf(fold(folder)))
      notePresence(reader, folder)
    },
    forget(reader) {
      for (const key of notes.get(reader) ?? []) {
        const left = readers.get(key)
        left?.delete(reader)
        if (left?.size === 0) readers.delete(key)
      }
      notes.delete(reader)
    },
    of(path, change) {
      const at = fold(path)
      const keys = change === 'content' ? [contentOf(at)] : [presenceOf(at), listingOf(folderOf(at))]
      return [...new Set(keys.flatMap((key) => [...(readers.get(key) ?? [])]))]
    },
  }
}

const fold = (path: string): string => path.toLowerCase().replace(/\/$/, '')
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const contentOf = (path: string): string => `content ${path}`
const presenceOf = (path: string): string => `presence ${path}`
const listingOf = (path: string): string => `listing ${path}`
