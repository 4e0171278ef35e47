import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextPlace } from '../../src/review/openPlaces.ts'
import { readModel } from '../util/linting.ts'

const text =
  '# Note: Use a queue\n\n## Context\n\n[What made this necessary]\n\n- **Owner:**\n- **Team:** x\n\n## Outcome\n\nTBD\n'
const after = (offset: number) => {
  const place = nextPlace(readModel(text), undefined, offset)
  return place && [place.start, text.slice(place.start, place.end)]
}

test('the next place to fill in follows the cursor, and the first one the last', () => {
  const [context, owner, outcome] = ['[What', '**Owner:**', 'TBD'].map((words) => text.indexOf(words))
  assert.ok(context && owner && outcome)
  assert.deepEqual(after(0), [context, '[What made this necessary]'])
  assert.deepEqual(after(context), [owner + '**Owner:**'.length, ''])
  assert.deepEqual(after(owner + '**Owner:**'.length), [outcome, 'TBD'])
  assert.deepEqual(after(outcome), [context, '[What made this necessary]'])
  assert.equal(nextPlace(readModel('# Note: Use a queue\n'), undefined, 0), undefined)
})
