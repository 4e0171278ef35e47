/** Queries git without running any program that the repository configures. */

import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import { findProgram } from './findProgram.ts'

/** Git's output, or one sentence without a full stop that says why there is none. */
export type GitAnswer =
  | { readonly output: string; readonly failure?: never }
  | { readonly failure: string; readonly output?: never }

/** Maximum time in milliseconds, and maximum output in bytes, enough to list every file of a large repository. */
const limits = { timeout: 60_000, maxBuffer: 256 * 1024 * 1024 }

/** A repository may be untrusted, and its settings can name programs for git to run. */
const settings = [
  'core.fsmonitor=false',
  `core.hooksPath=${devNull}`,
  'log.showSignature=false',
  'core.quotePath=false',
]

/** Git fetches no missing objects, prompts for nothing and writes nothing. */
const surroundings = {
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: '',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
}

/**
 * Runs git in a folder. Never rejects.
 *
 * @param args of a command that only reads; user input must not be able to pass as an option
 */
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
