/** Finds the Markdown files that the arguments of a command stand for. */

import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { addAll } from '../core/data/longLists.ts'
import { whyUnreadable } from './readText.ts'

export interface FoundDocuments {
  /** Absolute paths in the order of the arguments, those of a folder by name; none twice. */
  readonly files: readonly string[]
  readonly failures: readonly Failure[]
}

/** A file that cannot be used, and one sentence, without full stop, that says why. */
export interface Failure {
  /** Absolute. */
  readonly path: string
  readonly reason: string
}

/** The Markdown files that paths stand for: a file itself, whatever it is called, and what lies in a folder. */
export async function findDocuments(paths: readonly string[], cwd: string): Promise<FoundDocuments> {
  const files = new Set<string>()
  const failures: Failure[] = []
  for (const path of paths) {
    const start = resolve(cwd, path)
    try {
      if ((await stat(start)).isDirectory()) await walk(start, files, failures)
      else files.add(start)
    } catch (error) {
      failures.push({ path: start, reason: await whyUnreadable(start, error) })
    }
  }
  return { files: [...files], failures }
}

async function walk(start: string, files: Set<string>, failures: Failure[]): Promise<void> {
  // A list of its own instead of recursion keeps the order and does not mind depth.
  const pending = [start]
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    let entries: readonly Dirent[] = []
    try {
      entries = await readdir(folder, { withFileTypes: true })
    } catch (error) {
      failures.push({ path: folder, reason: await whyUnreadable(folder, error) })
    }
    const folders: string[] = []
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !isSkipped(entry.name)) folders.push(path)
      else if (isMarkdown(entry.name) && (entry.isFile() || (await isLinkToFile(path, entry)))) files.add(path)
    }
    addAll(pending, folders.reverse())
  }
}

const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/i.test(name)

/** What is not the team's own writing. A hidden folder that is named as an argument is searched. */
const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules'

/** Links to folders are not followed, for they may lead in a circle. A broken link counts: reading it says what is wrong. */
const isLinkToFile = async (path: string, entry: Dirent): Promise<boolean> =>
  entry.isSymbolicLink() &&
  (await stat(path).then(
    (status) => status.isFile(),
    () => true,
  ))
