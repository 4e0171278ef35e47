/** Creates temporary files with unguessable names, and removes those of killed processes. */

import { randomBytes } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a temporary file is for: a text not yet in place, or a lock on the folder. */
type Purpose = 'tmp' | 'lock'

/** Names in use by this process: a file with its process id may also come from an earlier, killed process. */
const ours = new Set<string>()

/** Maximum duration of a write, in milliseconds: an older file belongs to a dead process whose id was reused. */
const maxAge = 3_600_000

/** Calls `work` with an unguessable, unused file name. The file is removed afterwards. */
export async function withName<T>(folder: string, purpose: Purpose, work: (name: string) => Promise<T>): Promise<T> {
  const name = `.design-docs-${process.pid}-${randomBytes(8).toString('hex')}.${purpose}`
  ours.add(name)
  try {
    return await work(name)
  } finally {
    await rm(join(folder, name), { force: true }).catch(() => undefined)
    ours.delete(name)
  }
}

/** The temporary files in a folder whose processes are alive. Removes those of killed processes. */
export async function sweep(folder: string): Promise<readonly string[]> {
  const live: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const id = /^\.design-docs-([1-9]\d{0,9})-[\da-f]{16}\.(?:tmp|lock)$/.exec(name)?.[1]
    if (id === undefined) continue
    if (await isInUse(join(folder, name), name, Number(id))) live.push(name)
    else await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
  return live
}

async function isInUse(file: string, name: string, process: number): Promise<boolean> {
  if (process === globalThis.process.pid) return ours.has(name)
  if (!isAlive(process)) return false
  const made = await lstat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
  return Date.now() - made < maxAge
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    // The process may belong to another user, whom we may not signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
