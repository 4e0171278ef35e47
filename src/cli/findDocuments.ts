/** Finds the Markdown files that a command's arguments stand for. */

import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { addAll } from '../core/data/longLists.ts'
import { isMarkdown } from '../core/text/isMarkdown.ts'
import { type IgnoredHere, ignoredIn } from './gitignore.ts'
import { type GlobArgument, readGlobArgument } from './globArguments.ts'
import { pathFrom } from './pathFrom.ts'
import { isFolder, whyUnreadable } from './readText.ts'

export interface FoundDocuments {
  /** Absolute paths without duplicates, in the order of the arguments; those in a folder are sorted by name. */
  readonly files: readonly string[]
  /** The folders that the arguments name, and those of the files that they name. Absolute. */
  readonly folders: readonly string[]
  readonly failures: readonly Failure[]
}

/** A file that cannot be used, with the reason: one sentence without a full stop. */
export interface Failure {
  /** Absolute. */
  readonly path: string
  readonly reason: string
}

/**
 * The files that arguments stand for: a file itself, whatever its name; the Markdown files in a folder, except those
 * that git ignores; the files that a glob matches. An existing path is taken literally, with or without wildcards.
 */
export async function findDocuments(paths: readonly string[], cwd: string): Promise<FoundDocuments> {
  const files = new Set<string>()
  const folders = new Set<string>()
  const failures: Failure[] = []
  for (const path of paths) {
    const start = resolve(cwd, path)
    try {
      const isWhole = (await stat(start)).isDirectory()
      folders.add(isWhole ? start : dirname(start))
      if (isWhole) await walk(start, everything, files, failures)
      else files.add(start)
    } catch (error) {
      const glob = readGlobArgument(path, sep)
      if (glob) folders.add(resolve(cwd, glob.folder))
      if (!glob) failures.push({ path: start, reason: await whyUnreadable(start, error) })
      else if (!(await expand(glob, cwd, files, failures)))
        failures.push({ path: start, reason: 'matches no Markdown file, or only those that git ignores' })
    }
  }
  return { files: [...files], folders: [...folders], failures }
}

/** @returns whether the glob matches anything */
async function expand(glob: GlobArgument, cwd: string, files: Set<string>, failures: Failure[]): Promise<boolean> {
  const folder = resolve(cwd, glob.folder)
  return (await isFolder(folder)) && (await walk(folder, glob, files, failures)) > 0
}

/** Which files of a folder to include. */
type Wanted = Pick<GlobArgument, 'matches' | 'hasEnding' | 'isHidden'>

const everything: Wanted = { matches: () => true, hasEnding: false, isHidden: false }

/** @returns the number of matching files, including those already in the list */
async function walk(start: string, wanted: Wanted, files: Set<string>, failures: Failure[]): Promise<number> {
  let count = 0
  // An explicit stack instead of recursion keeps the order and allows any depth.
  const pending = [{ folder: start, ignored: await ignoredIn(start) }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { folder, ignored } = next
    const folders: { readonly folder: string; readonly ignored: IgnoredHere }[] = []
    for (const entry of await list(folder, failures)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (isSkipped(entry.name, wanted) || ignored.ignores(path, true)) continue
        folders.push({ folder: path, ignored: await ignored.inside(path) })
      } else if (
        (wanted.hasEnding || isMarkdown(entry.name)) &&
        wanted.matches(pathFrom(start, path)) &&
        !ignored.ignores(path, false) &&
        (entry.isFile() || (await isLinkToFile(path, entry)))
      ) {
        files.add(path)
        count++
      }
    }
    addAll(pending, folders.reverse())
  }
  return count
}

async function list(folder: string, failures: Failure[]): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    failures.push({ path: folder, reason: await whyUnreadable(folder, error) })
    return []
  }
}

/** Folders without the team's own documents. A hidden folder is searched only if the argument names it. */
const isSkipped = (name: string, { isHidden }: Wanted): boolean =>
  name === 'node_modules' || name === '.git' || (name.startsWith('.') && !isHidden)

/**
 * Links to folders are not followed, since they may form a cycle. A broken link counts as a file: reading it reports
 * the reason.
 */
const isLinkToFile = async (path: string, entry: Dirent): Promise<boolean> =>
  entry.isSymbolicLink() &&
  (await stat(path).then(
    (status) => status.isFile(),
    () => true,
  ))
