import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createWorkQueue } from '../../../src/core/data/workQueue.ts'

/** A queue, the keys whose work has begun, and a function that ends all work that has begun. */
function slowQueue() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const queue = createWorkQueue((key) => {
    begun.push(key)
    return new Promise((done) => ends.push(done))
  })
  const end = async () => {
    for (const each of ends.splice(0)) each()
    await setImmediate()
  }
  return { queue, begun, end }
}

const numbers = (many: number) => Array.from({ length: many }, (_, index) => String(index))

suite('a queue of work', () => {
  test('does 500 jobs once each in one pass, a few at a time, however often they are added', async () => {
    const { queue, begun, end } = slowQueue()
    for (const key of [...numbers(500), ...numbers(500)]) queue.add(key)
    assert.deepEqual([queue.waiting, begun.length], [500, 0])
    const pass = queue.run()
    assert.equal(queue.run(), pass)
    assert.ok(begun.length < 10)
    while (queue.waiting > 0) await end()
    await end()
    await pass
    assert.deepEqual(begun.toSorted(), numbers(500).toSorted())
  })

  test('repeats a job that is added again while it runs, in the same pass', async () => {
    const { queue, begun, end } = slowQueue()
    queue.add('a')
    const pass = queue.run()
    queue.add('a')
    await end()
    await end()
    await pass
    assert.deepEqual(begun, ['a', 'a'])
  })

  test('leaves the rest of an abandoned pass to the next one, and drops removed jobs', async () => {
    const { queue, begun, end } = slowQueue()
    for (const key of numbers(20)) queue.add(key)
    let isWanted = true
    const pass = queue.run(() => isWanted)
    isWanted = false
    await end()
    await pass
    const done = begun.length
    assert.equal(queue.waiting, 20 - done)
    for (const key of numbers(19)) queue.remove(key)
    const rest = queue.run()
    await end()
    await rest
    assert.deepEqual(begun.slice(done), ['19'])
  })

  test('works on after a job that fails, and tells who waits for the pass', async () => {
    const done: string[] = []
    const queue = createWorkQueue(async (key) => {
      if (key === 'bad') throw new Error('It failed')
      done.push(key)
    })
    for (const key of ['bad', 'a', 'b']) queue.add(key)
    await assert.rejects(queue.run(), /It failed/)
    queue.add('c')
    await queue.run()
    assert.deepEqual(done, ['a', 'b', 'c'])
  })
})
