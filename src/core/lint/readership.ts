/** How a file changed: its content, or the file or folder itself was created, deleted or renamed. */
export type FileChange = 'content' | 'presence'

/** Tracks who has read which files, to find the readers that a change makes stale. Paths are absolute, with `/`. */
export interface Readership<R> {
  /** Records that a reader depends on the content of a file, or on its absence. */
  read(reader: R, file: string): void
  /** Records that a reader depends on the list of files in a folder, or on its absence. */
  list(reader: R, folder: string): void
  /** Discards all records of a reader. */
  forget(reader: R): void
  /** The readers for whom a change is relevant. Creating or deleting a folder affects everything inside it. */
  of(path: string, change: FileChange): readonly R[]
}

/** Create a readership. Paths are compared case-insensitively, as on many file systems. */
export function createReadership<R>(): Readership<R> {
  const readers = new Map<string, Set<R>>()
  const notes = new Map<R, Set<string>>()

  const note = (reader: R, key: string) => {
    readers.set(key, (readers.get(key) ?? new Set()).add(reader))
    notes.set(reader, (notes.get(reader) ?? new Set()).add(key))
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
