import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeInDocument } from '../../../src/core/document/places.ts'
import { withKnownSigns } from '../../../src/core/markdown/knownSigns.ts'
import { readModel } from '../../util/linting.ts'

test('a mermaid diagram in a ::: fence is read, with places in the original text', () => {
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

test('a ::: fence that is unclosed, not mermaid, in code or within a line stays unchanged', () => {
  for (const text of [
    '::: mermaid\nflowchart LR\n',
    '::: note\nx\n',
    '```\n::: mermaid\n:::\n```\n',
    'Use ::: mermaid here.\n:::\n',
  ])
    assert.equal(withKnownSigns(text), text)
})

test('TOML front matter is read, and the place of a value includes its quotes', () => {
  const text =
    '+++\ntitle = "Queue"\ndate = 2026-03-09\ndocumentType = "note" # ours\n[extra]\nweight = 3\n+++\n\n# A\n'
  const { frontmatter, text: kept, title } = readModel(text)
  assert.equal(kept, text)
  assert.equal(title?.title, 'A')
  assert.deepEqual(
    { ...frontmatter.data, extra: 0 },
    { title: 'Queue', date: '2026-03-09', documentType: 'note', extra: 0 },
  )
  const { start = 0, end = 0 } = frontmatter.places['documentType'] ?? {}
  assert.equal(text.slice(start, end), '"note"')
})

test('invalid TOML front matter is reported at the line of the mistake', () => {
  const text = '+++\ntitle = "Queue"\nstatus = \n+++\n\n# A\n'
  const { problem } = readModel(text).frontmatter
  assert.match(problem?.reason ?? '', /^Front matter is not valid TOML: /)
  assert.equal(text.slice(problem?.start, problem?.end), 'status = ')
})
