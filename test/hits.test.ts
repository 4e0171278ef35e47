import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listHits, readHits } from '../build/accuracy/hits.ts'

test('findings in real documents match the judged list, and at least 90% of them are right', async (t) => {
  const written = await readHits()
  const list = await listHits(written)
  if (list === undefined) return t.skip('the corpus is not here')
  assert.equal(list, written, 'run npm run accuracy -- --hits, and judge what is new')
  const verdicts: readonly string[] = written.match(/^(?:right|wrong|\?)(?=\t)/gm) ?? []
  const right = verdicts.filter((verdict) => verdict === 'right').length
  assert.ok(!verdicts.includes('?'), 'all are judged')
  assert.ok(right >= verdicts.length * 0.9, `${right} of ${verdicts.length} are right`)
})
