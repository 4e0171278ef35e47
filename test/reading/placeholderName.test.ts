import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPlaceholderName } from '../../src/reading/components/placeholderName.ts'

test('labels such as XXX, TODO and <service> are placeholders', () => {
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

test('labels that merely resemble placeholders are names', () => {
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
