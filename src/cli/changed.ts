/** Tells which files differ from what a git reference holds. */

import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { askGit } from './git.ts'
import { UsageError } from './options.ts'
import { largestFile } from './readText.ts'

/** The state of a repository that files are compared with. */
export interface Comparison {
  /** Whether a file is new or holds something else. What cannot be read differs. @param file absolute */
  differs(file: string): Promise<boolean>
}

/**
 * Compare files with a reference, or rather with where the work on the current branch began: what others have done on it since is
 * not of this branch. Git is asked for the names of contents only, and they are compared here: git itself would run the filters
 * that a repository names to read a file. Throws a `UsageError`.
 *
 * @param folder in the repository
 */
export async function compareWith(reference: string, folder: string): Promise<Comparison> {
  if (reference.startsWith('-')) throw new UsageError(`\`${reference}\` is not a git reference`)
  const up = await askGit(folder, 'rev-parse', '--show-cdup')
  if (up.failure !== undefined) throw new UsageError(`\`--changed\` needs git: ${up.failure}`)
  const root = join(folder, up.output.trimEnd())
  const held = await contentsOf(reference, folder)
  return {
    async differs(file) {
      const path = relative(root, file).split(sep).join('/')
      const content = held.get(path)
      return content === undefined || !(await isSame(file, content))
    },
  }
}

/** A file as git holds it. */
interface Content {
  readonly isLink: boolean
  readonly hash: string
}

async function contentsOf(reference: string, folder: string): Promise<ReadonlyMap<string, Content>> {
  const found = await askGit(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`)
  const commit = found.output?.trim()
  if (commit === undefined) {
    // Before the first commit everything is new.
    if (reference === 'HEAD') return new Map()
    throw new UsageError(
      `git does not know \`${reference}\` here; \`--changed\` takes the word after it as a reference: put paths before it`,
    )
  }
  // Where the history is cut off there is none that both have.
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
    // What a link leads to is compared where it lies.
    if (isLink) return status.isSymbolicLink()
    // To open a pipe would wait for whoever writes to it.
    if (!status.isFile() || status.size > largestFile) return false
    const bytes = await readFile(file)
    return hashOf(bytes, hash) === hash || (bytes.includes('\r\n') && hashOf(withoutReturns(bytes), hash) === hash)
  } catch {
    return false
  }
}

/** The name that git gives to a content. @param like tells the kind of names by its length */
function hashOf(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length > 40 ? 'sha256' : 'sha1')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** As git holds a text where it is set to write other line ends on this system. */
const withoutReturns = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
