/** Finds when files were last changed: by git, or by the disk for content that git does not have. */

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Comparison, compareWith } from './changed.ts'
import { askGit } from './git.ts'

/** The times at which files were last changed. */
export interface Clock {
  /** Undefined for a deleted file. @param file absolute */
  lastChange(file: string): Promise<Date | undefined>
}

/** Reads the history of a folder's repository once, for all files. @param folder absolute */
export async function createClock(folder: string): Promise<Clock> {
  const dates = await datesIn(folder)
  const comparison: Comparison | undefined = dates && (await compareWith('HEAD', folder).catch(() => undefined))
  return {
    async lastChange(file) {
      const committed = dates?.get(file)
      // An uncommitted change counts from when the file was written.
      if (committed && comparison && !(await comparison.differs(file))) return committed
      return stat(file).then(
        ({ mtime }) => mtime,
        () => undefined,
      )
    },
  }
}

/** The date of the last commit of each Markdown file, by absolute path; undefined outside of a repository. */
async function datesIn(folder: string): Promise<ReadonlyMap<string, Date> | undefined> {
  const up = await askGit(folder, 'rev-parse', '--show-cdup')
  if (up.failure !== undefined) return undefined
  const form = ['--format=format:%x01%ct', '-z', '--name-only', '--no-renames', '--no-relative']
  const kinds = ['--', ':(icase,top)*.md', ':(icase,top)*.markdown']
  const log = await askGit(folder, 'log', ...form, '--no-ext-diff', '--no-textconv', ...kinds)
  if (log.failure !== undefined) return undefined
  const root = join(folder, up.output.trimEnd())
  const dates = new Map<string, Date>()
  let date = new Date(0)
  for (const part of log.output.split('\0')) {
    const isCommit = part.startsWith('\x01')
    const [first = ''] = part.split('\n', 1)
    if (isCommit) date = new Date(Number(first.slice(1)) * 1000)
    const name = isCommit ? part.slice(first.length + 1) : part
    const file = join(root, name)
    // `git log` lists the newest commit first.
    if (name !== '' && !dates.has(file)) dates.set(file, date)
  }
  return dates
}
