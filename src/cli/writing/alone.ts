/** Makes sure that only one process at a time creates a file in a folder. */

import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Place, realFolderOf } from './place.ts'
import { sweep, withName } from './temporary.ts'

/** How long others may take, and how long to wait before another look, in milliseconds. */
const timeLimit = 30_000
const glance = 5

/**
 * Create a file while no other process does so in its folder, so that what is found there, such as the last number, holds. The
 * folder is made if need be.
 *
 * Each process puts up a claim of its own and then looks for those of others: of two, at least one sees the other's. So no claim
 * has to be broken, which two could do at once; that of a killed process is swept away.
 *
 * @param create is told of no failure here: where no claim can be put up, creating a file fails for the same reason
 * @returns undefined when others did not come to an end
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

/** Waits while all others come later in the order of names; one that comes earlier goes first. */
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
