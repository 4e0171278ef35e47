/** Makes temporary files with names nobody can guess, and removes what killed processes left. */

import { randomBytes } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What a file of ours is for that is gone when the work is done: a text that is not yet in place, a claim on the folder. */
type Purpose = 'tmp' | 'lock'

/** In use by this process, whose number an earlier one that was killed may have had. */
const ours = new Set<string>()

/** No write takes this long, in milliseconds: whoever has the number of the process now is somebody else. */
const maxAge = 3_600_000

/** Do some work with the name of a file that nobody else has and nobody can guess. The file is gone afterwards. */
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

/** The temporary files in a folder whose processes live. Those that a killed process left behind are removed. */
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
    // It may be somebody else's, whom we may not send a signal to.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
