/** Asks git for the author's name in a folder. */

import { execFile } from 'node:child_process'
import { findProgram } from './findProgram.ts'

/** How long git may take to answer, in milliseconds. */
const timeLimit = 3000

/**
 * The author's name from git's configuration; undefined if git is missing or has no name.
 *
 * @param folder need not exist
 */
export async function authorOf(folder: string): Promise<string | undefined> {
  const { GIT_AUTHOR_NAME, PATH } = process.env
  const given = GIT_AUTHOR_NAME?.trim()
  if (given) return given
  const git = await findProgram('git', { platform: process.platform, path: PATH })
  if (git === undefined) return undefined
  const ask = (...where: readonly string[]) =>
    new Promise<string | undefined>((done) =>
      execFile(git, [...where, 'config', '--get', 'user.name'], { timeout: timeLimit }, (error, output) =>
        done(error ? undefined : output.trim() || undefined),
      ),
    )
  return (await ask('-C', folder)) ?? ask()
}
