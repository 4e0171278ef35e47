import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ahead } from '../../src/cli/ahead.ts'

/** Lets promises that are settled already run their course. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('so many are begun at once, and what they give comes in their order', async () => {
  const doors = Array.from({ length: 5 }, () => Promise.withResolvers<void>())
  const begun: number[] = []
  const given: string[] = []
  const run = (async () => {
    const work = async (index: number) => {
      begun.push(index)
      await doors[index]?.promise
      return `done ${index}`
    }
    for await (const each of ahead(doors.keys(), 3, work)) given.push(each)
  })()
  await settle()
  assert.deepEqual(begun, [0, 1, 2])
  doors[1]?.resolve()
  doors[2]?.resolve()
  await settle()
  assert.deepEqual([begun, given], [[0, 1, 2], []])
  doors[0]?.resolve()
  await settle()
  assert.deepEqual(
    [begun, given],
    [
      [0, 1, 2, 3, 4],
      ['done 0', 'done 1', 'done 2'],
    ],
  )
  doors[4]?.resolve()
  doors[3]?.resolve()
  await run
  assert.deepEqual(given, ['done 0', 'done 1', 'done 2', 'done 3', 'done 4'])
})

test('one at once is one after the other', async () => {
  let running = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++running)
    await settle()
    running--
  }
  for await (const _ of ahead([1, 2, 3], 1, work));
  assert.equal(most, 1)
})
