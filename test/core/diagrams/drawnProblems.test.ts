import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrawnProblems } from '../../../src/core/diagrams/drawnProblems.ts'

const source = '\ngantt\n  a task :2026-02-31, 3d\n'

test('what drawing found stands on its line, or on the first one that says something', () => {
  const drawn = createDrawnProblems<string>()
  drawn.note('mermaid', source, { error: '\nInvalid date.\nat somewhere', line: 3 })
  const [problem] = drawn.find('mermaid', source, 'a')
  assert.equal(problem?.reason, 'Invalid date')
  assert.equal(source.slice(problem?.start, problem?.end), 'a task :2026-02-31, 3d')
  drawn.note('mermaid', source, { error: 'Invalid date' })
  const [other] = drawn.find('mermaid', source, 'a')
  assert.equal(source.slice(other?.start, other?.end), 'gantt')
  assert.deepEqual(drawn.find('graphviz', source, 'a'), [])
})

test('what is known is no news, and a good drawing ends it', () => {
  const drawn = createDrawnProblems<string>()
  const failure = { error: 'Invalid date', line: 3 }
  assert.deepEqual(drawn.find('mermaid', source, 'a'), [])
  assert.deepEqual(drawn.note('mermaid', source), [])
  assert.deepEqual(drawn.note('mermaid', source, failure), ['a'])
  assert.deepEqual(drawn.note('mermaid', source, failure), [])
  assert.deepEqual(drawn.note('mermaid', source), ['a'])
  assert.deepEqual(drawn.find('mermaid', source, 'a'), [])
})

test('news of a drawing is for those who were told of that diagram, and not for the others', () => {
  const drawn = createDrawnProblems<string>()
  const failure = { error: 'Invalid date', line: 3 }
  for (const reader of ['a', 'b', 'gone']) drawn.find('mermaid', source, reader)
  drawn.find('mermaid', source, 'a')
  drawn.find('mermaid', 'gantt\n', 'other diagram')
  drawn.find('graphviz', source, 'other engine')
  drawn.forget('gone')
  assert.deepEqual(drawn.note('mermaid', source, failure), ['a', 'b'])
})

test('no words of an engine leave their line', () => {
  const drawn = createDrawnProblems<string>()
  drawn.note('mermaid', source, { error: 'x'.repeat(5000), line: 1e9 })
  const [problem] = drawn.find('mermaid', source, 'a')
  assert.equal(problem?.reason.length, 200)
  assert(problem && problem.start <= problem.end && problem.end <= source.length)
  drawn.note('mermaid', source, { error: ' \n ' })
  assert.deepEqual(drawn.find('mermaid', source, 'a'), [])
})
