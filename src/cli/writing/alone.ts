/** Makes sure that only one process at a time creates a file in a folder. */

import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Place, realFolderOf } from './place.ts'
import { sweep, withName } from './temporary.ts'

/** How long to wait for others, and how long before each new attempt, in milliseconds. */
const timeLimit = 30_000
const glance = 5

/**
 * Creates a file while no other process does so in its folder, so that what was read there, such as the last number,
 * stays valid. The folder is created if necessary.
 *
 * Each process writes a lock file of its own, then looks for others: of two processes, at least one sees the other's.
 * So no lock ever has to be broken, which two processes could do at once. The lock of a killed process is removed by
 * `sweep`.
 *
 * @param create also called if no lock can be created: creating the file then fails for the same reason
 * @returns undefined if others did not finish in time
 */
export async function alone<T>(place: Place, create: () => Promise<T>): Promise<T | undefined> {
  const folder = await realFolderOf(place, 'make').catch(() => undefined)
  if (folder === undefined) return create()
  for (const end = Date.now() + timeLimit; Date.now() < end; ) {
    const turn = await withName(folder, 'lock', async (own) => {
      const isUp = await putUp(join(folder, own))
      return !isUp || (await isOurTurn(folder, own, end)) ? { created: await create() } : undefined
    })
    if (turn) return turn.created
    await setTimeout(glance + Math.random() * 4 * glance)
  }
  return undefined
}

/** Waits until no other lock is left. Gives way to a lock whose name sorts earlier. */
async function isOurTurn(folder: string, own: string, end: number): Promise<boolean> {
  while (Date.now() < end) {
    const others = (await sweep(folder)).filter((name) => name.endsWith('.lock') && name !== own)
    if (others.length === 0) return true
    if (others.some((name) => name < own)) return false
    await setTimeout(glance)
  }
  return false
}

const putUp = (claim: string): Promise<boolean> =>
  open(claim, 'wx').then(
    (handle) => handle.close().then(() => true),
    () => false,
  )
