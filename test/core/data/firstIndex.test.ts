import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstIndex } from '../../../src/core/data/firstIndex.ts'

test('firstIndex finds the first item that passes, or the length of the list', () => {
  for (const length of [0, 1, 2, 7, 8]) {
    const items = Array.from({ length }, (_, index) => index)
    for (const item of [...items, length])
      assert.equal(
        firstIndex(items, (each) => each >= item),
        item,
      )
  }
})
