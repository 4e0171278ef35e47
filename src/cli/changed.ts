/** Finds the files that differ from a git reference. */

import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askGit } from './git.ts'
import { UsageError } from './options.ts'
import { pathFrom } from './pathFrom.ts'
import { largestFile } from './readText.ts'

/** The state of a repository that files are compared with. */
export interface Comparison {
  /** Whether a file is new or its content differs. An unreadable file counts as different. @param file absolute */
  differs(file: string): Promise<boolean>
}

/**
 * Compares files with the merge base of a reference and `HEAD`, so that what others have changed since the branch began
 * does not count. Git only lists object hashes, and the contents are compared here: to read a file, git itself would
 * run the filters that a repository configures.
 *
 * @param folder in the repository
 * @throws a `UsageError`
 */
export async function compareWith(reference: string, folder: string): Promise<Comparison> {
  if (reference.startsWith('-')) throw new UsageError(`\`${reference}\` is not a git reference`)
  const up = await askGit(folder, 'rev-parse', '--show-cdup')
  if (up.failure !== undefined) throw new UsageError(`\`--changed\` needs git: ${up.failure}`)
  const root = join(folder, up.output.trimEnd())
  const held = await contentsOf(reference, folder)
  return {
    async differs(file) {
      const path = pathFrom(root, file)
      const content = held.get(path)
      return content === undefined || !(await isSame(file, content))
    },
  }
}

/** A file's content in git. */
interface Content {
  readonly isLink: boolean
  readonly hash: string
}

async function contentsOf(reference: string, folder: string): Promise<ReadonlyMap<string, Content>> {
  const found = await askGit(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`)
  const commit = found.output?.trim()
  if (commit === undefined) {
    // Before the first commit, every file is new.
    if (reference === 'HEAD') return new Map()
    throw new UsageError(
      `git does not know \`${reference}\` here; \`--changed\` takes the word after it as a reference: put paths before it`,
    )
  }
  // A shallow clone may have no merge base.
  const base = await askGit(folder, 'merge-base', commit, 'HEAD')
  const listed = await askGit(folder, 'ls-tree', '-r', '-z', '--full-tree', base.output?.trim() || commit)
  if (listed.failure !== undefined) throw new UsageError(`\`--changed\` needs git: ${listed.failure}`)
  return new Map(
    listed.output.split('\0').flatMap((line): [string, Content][] => {
      const [, mode, hash = '', path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]+)$/.exec(line) ?? []
      return path === undefined ? [] : [[path, { isLink: mode === '120000', hash }]]
    }),
  )
}

async function isSame(file: string, { isLink, hash }: Content): Promise<boolean> {
  try {
    const status = await lstat(file)
    // A symbolic link's target is compared under its own path.
    if (isLink) return status.isSymbolicLink()
    // Opening a pipe would block until somebody writes to it.
    if (!status.isFile() || status.size > largestFile) return false
    const bytes = await readFile(file)
    return hashOf(bytes, hash) === hash || (bytes.includes('\r\n') && hashOf(withoutReturns(bytes), hash) === hash)
  } catch {
    return false
  }
}

/** The hash that git gives to a blob. @param like a hash of the repository, whose length tells SHA-1 from SHA-256 */
function hashOf(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length > 40 ? 'sha256' : 'sha1')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** The text with LF line ends, as git stores it where `core.autocrlf` is set. */
const withoutReturns = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
