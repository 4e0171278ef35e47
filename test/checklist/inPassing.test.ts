import assert from 'node:assert/strict'
import { test } from 'node:test'
import { review } from './review.ts'

const reasonOf = (id: 'security' | 'monitoring', ...lines: readonly string[]) =>
  review(id, '# Parcels', '', ...lines).reason ?? ''

test('a section on security is not called a mention', () => {
  const section = ['## Security', '', 'The parcels lie in a hall with a fence, and the hall has a door of steel.']
  assert.match(reasonOf('security', ...section), /^There is a section on security, but nothing was found in it/)
  assert.equal(
    reasonOf('security', '## Security', '', 'Only admins may delete parcels.'),
    'There is a section on security, but it says little.',
  )
  assert.equal(
    reasonOf('security', '## Parts', '', 'Only admins may delete parcels.'),
    'Security is only mentioned in passing.',
  )
})

test('a section on monitoring is not called a mention', () => {
  const section = ['## Monitoring', '', 'The people in the hall know the belt well and will see when something is odd.']
  assert.match(reasonOf('monitoring', ...section), /^There is a section on monitoring, but no metric/)
  assert.equal(
    reasonOf('monitoring', '## Monitoring', '', 'An alert for lost parcels.'),
    'There is a section on monitoring, but it says little.',
  )
  assert.equal(
    reasonOf('monitoring', '## Parts', '', 'The sorter writes logs.'),
    'Monitoring is only mentioned in passing.',
  )
})
