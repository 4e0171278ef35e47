import assert from 'node:assert/strict'
import { test } from 'node:test'
import componentCount from '../../src/rules/component-count.ts'
import { lint } from '../util/linting.ts'

test('component-count accepts few components in a document that follows no template', async () => {
  const text =
    '# Show late orders\n\n## Motivation\n\nNobody sees which orders are late.\n\n## Proposal\n\nThe page shows them in red.\n\n' +
    '## Components\n\n### Order API\n\nIt returns the day that was promised.\n\n### Page\n\nIt compares that day with today.\n'
  const saidOf = async (type?: string) =>
    (await lint(text, [componentCount], type, 'docs/rfcs/0007-late-orders.md')).map(({ reason }) => reason)
  assert.deepEqual(await saidOf('rfc'), ['`Components` has 2 components, expected 3 to 7'])
  assert.deepEqual(await saidOf(), [])
})
