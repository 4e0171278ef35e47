import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { remember } from '../../../src/core/data/remember.ts'

suite('remember', () => {
  test('calls the function once per key, even if it returns undefined', () => {
    let times = 0
    const read = remember(({ value }: { readonly value?: number }, more: number) => {
      times++
      return value === undefined ? undefined : value + more
    })
    const [one, none] = [{ value: 1 }, {}]
    assert.deepEqual([read(one, 2), read(one, 2), read(none, 2), read(none, 2)], [3, 3, undefined, undefined])
    assert.equal(times, 2)
    assert.equal(read({ value: 1 }, 3), 4)
  })
})
