import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedEnds } from '../../../src/core/text/sharedEnds.ts'

test('the shared start and end of two texts are as long as possible, and never overlap', () => {
  const long = 'abcdefghij'.repeat(2_000)
  for (const [before, after, atStart, atEnd] of [
    ['', '', 0, 0],
    ['abc', 'abc', 3, 0],
    ['abc', 'xyz', 0, 0],
    ['abc', 'abxc', 2, 1],
    ['aaa', 'aaaa', 3, 0],
    ['ab', 'b', 0, 1],
    [long, `${long.slice(0, 12_345)}!${long.slice(12_345)}`, 12_345, 7_655],
    [long, long.slice(0, 9_000) + long.slice(9_001), 9_000, 10_999],
    [`x${long}`, `y${long}`, 0, 20_000],
    [`${long}x`, `${long}y`, 20_000, 0],
  ] as const)
    assert.deepEqual(sharedEnds(before, after), { atStart, atEnd }, `${before.slice(-20)} → ${after.slice(-20)}`)
})
