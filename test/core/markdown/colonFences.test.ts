import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeInDocument } from '../../../src/core/document/places.ts'
import { withBackticks } from '../../../src/core/markdown/colonFences.ts'
import { readModel } from '../../util/linting.ts'

test('a diagram between colons is a diagram, and its places are those of the text', () => {
  const text = '# A\n\n:::: mermaid\nflowchart LR\n\n  a --> b\n::::\n\nWords.\n'
  const { diagrams, text: kept } = readModel(text)
  assert.equal(kept, text)
  assert.deepEqual(
    diagrams.map(({ engine, source }) => [engine, source]),
    [['mermaid', 'flowchart LR\n\n  a --> b']],
  )
  const [diagram] = diagrams
  assert.ok(diagram)
  const { start } = placeInDocument({ text }, diagram, {
    start: diagram.source.lastIndexOf('a'),
    end: diagram.source.length,
  })
  assert.equal(text.slice(start, start + 7), 'a --> b')
})

test('what is no such fence stays as it is', () => {
  for (const text of [
    '::: mermaid\nflowchart LR\n',
    '::: note\nx\n:::\n',
    '```\n::: mermaid\n:::\n```\n',
    'Use ::: mermaid here.\n:::\n',
  ])
    assert.equal(withBackticks(text), text)
})
