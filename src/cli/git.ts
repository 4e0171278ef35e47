/** Asks git about a repository, in which nothing of what the repository says is run. */

import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { findProgram } from './findProgram.ts'

/** What git wrote, or in one sentence without full stop why there is nothing. */
export type GitAnswer =
  | { readonly output: string; readonly failure?: never }
  | { readonly failure: string; readonly output?: never }

/** How long an answer may take, in milliseconds, and how long it may be, in bytes: a name for each file of a large repository. */
const limits = { timeout: 60_000, maxBuffer: 256 * 1024 * 1024 }

/** A repository may come from anybody, and its settings name programs for all sorts of occasions. */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'log.showSignature=false',
  'core.quotePath=false',
]

/** Nothing is fetched that a repository lacks, nobody is asked anything, and nothing is written. */
const surroundings = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
}

/** Ask git in a folder. Never rejects. @param args which read, and nothing in them may be taken for an option that is none */
export async function askGit(folder: string, ...args: readonly string[]): Promise<GitAnswer> {
  const git = await findProgram('git', { platform: process.platform, path: process.env['PATH'] })
  if (git === undefined) return { failure: 'git is not installed' }
  const all = [...settings.flatMap((setting) => ['-c', setting]), '--no-pager', ...args]
  const options = { ...limits, cwd: folder, env: { ...process.env, ...surroundings }, windowsHide: true }
  return new Promise((done) =>
    execFile(git, all, options, (error, output, said) => {
      if (!error) return done({ output })
      const [line = ''] = said.trim().split('\n', 1)
      done({
        failure: line.replace(/^(?:fatal|error): /, '') || `git cannot be run: ${error.message.split('\n', 1)[0]}`,
      })
    }),
  )
}
