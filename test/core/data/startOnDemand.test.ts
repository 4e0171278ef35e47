import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { startOnDemand } from '../../../src/core/data/startOnDemand.ts'

suite('what is started on demand', () => {
  test('is kept until it is stopped', async () => {
    let last = 0
    const ended: number[] = []
    const demand = startOnDemand(
      async () => ++last,
      (number) => ended.push(number),
    )
    demand.stop()
    assert.deepEqual([await demand.get(), await demand.get()], [1, 1])
    demand.stop()
    demand.stop()
    assert.equal(await demand.get(), 2)
    assert.deepEqual(ended, [1])
  })

  test('is stopped even if it is still starting', async () => {
    const ended: string[] = []
    const demand = startOnDemand(
      async () => 'worker',
      (name) => ended.push(name),
    )
    const started = demand.get()
    demand.stop()
    await started
    assert.deepEqual(ended, ['worker'])
  })

  test('is not kept if it cannot start, and whoever asked is told, not whoever stops it', async () => {
    let starts = 0
    const demand = startOnDemand(
      async () => {
        if (++starts < 3) throw new Error('There is no worker')
        return 'worker'
      },
      () => assert.fail(),
    )
    await assert.rejects(demand.get(), /There is no worker/)
    const second = demand.get()
    demand.stop()
    await assert.rejects(second, /There is no worker/)
    // A rejection that nobody handles would fail this test.
    await setImmediate()
    assert.equal(await demand.get(), 'worker')
  })
})
