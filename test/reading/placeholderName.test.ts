import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlaceholderName } from '../../src/reading/components/placeholderName.ts'

test('what stands for a name to come, or for any, is no name', () => {
  const all = [
    'yyy/xxx',
    'XXX',
    '???',
    '...',
    '…',
    'TODO',
    'TODO: queue',
    'tbd',
    '<service>',
    '{name}',
    '[Your Service]',
  ]
  for (const label of [...all, '${name}', '----', '___', 'more services...', 'Plugin Y…', 'YYYY-MM-DD'])
    assert.equal(isPlaceholderName(label), true, label)
})

test('names that only look like it are names', () => {
  for (const label of [
    'AAA',
    'III',
    'NN',
    'x',
    'X Server',
    'block-node/xxx',
    'Todo App Backend',
    'TODO list service',
    'www',
    '<<interface>>',
    'Orders (EU)',
  ])
    assert.equal(isPlaceholderName(label), false, label)
})
