import assert from 'node:assert/strict'
import { test } from 'node:test'
import { equationsIn } from '../../src/reading/figures/equations.ts'
import { loadOf, teamOf } from '../../src/reading/figures/extent.ts'
import { documentOf } from '../checklist/review.ts'

test('equations are read in a paragraph of 15,000 characters, but not of 30,000', () => {
  assert.equal(equationsIn('10 x 20 = 300. '.repeat(1_000)).length, 1_000)
  assert.deepEqual(equationsIn('10 x 20 = 300. '.repeat(2_000)), [])
})

test('team size, users and request rate are read as people write them', () => {
  const document = documentOf(
    'A team of three developers serves 2,500 users with 864k requests per day and 40 orders an hour.',
  )
  assert.equal(teamOf(document)?.amount, 3)
  assert.equal(loadOf(document).users?.amount, 2500)
  assert.equal(loadOf(document).rate?.amount, 10)
  assert.equal(loadOf(documentOf('Version 2 of 3 pages.')).users, undefined)
})
