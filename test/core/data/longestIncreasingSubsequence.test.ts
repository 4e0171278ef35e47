import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestIncreasingSubsequence } from '../../../src/core/data/longestIncreasingSubsequence.ts'
import { random } from '../../util/random.ts'

const longest = (ranks: readonly number[]) => longestIncreasingSubsequence(ranks, (rank) => rank)

/** All subsequences with ascending ranks. */
function ascending(ranks: readonly number[]): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [[]]
  for (const rank of ranks) all.push(...all.filter((each) => (each.at(-1) ?? -1) < rank).map((each) => [...each, rank]))
  return all
}

test('as many items as possible stay in place', () => {
  const next = random(1)
  for (let run = 0; run < 300; run++) {
    const ranks = Array.from({ length: Math.floor(next() * 10) }, () => Math.floor(next() * 8))
    const all = ascending(ranks)
    const found = longest(ranks)
    assert.equal(found.length, Math.max(...all.map(({ length }) => length)), `${ranks}`)
    assert(
      all.some((each) => `${each}` === `${found}`),
      `${ranks}: ${found}`,
    )
  }
})

test('of several equal choices, the items that come first stay', () => {
  assert.deepEqual(longest([2, 1]), [2])
  assert.deepEqual(longest([1, 3, 2, 4]), [1, 3, 4])
  assert.deepEqual(longest([3, 4, 1, 2]), [3, 4])
})

test('each item of a long list is asked for its rank once', () => {
  const items = Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 50_021)
  let asked = 0
  const found = longestIncreasingSubsequence(items, (rank) => {
    asked++
    return rank
  })
  assert.equal(found.length, 239)
  assert.equal(asked, items.length)
})
