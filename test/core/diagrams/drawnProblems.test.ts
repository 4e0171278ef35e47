import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrawnProblems } from '../../../src/core/diagrams/drawnProblems.ts'

const source = '\ngantt\n  a task :2026-02-31, 3d\n'

test('a drawing error is placed on its line, or on the first line that is not blank', () => {
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

test('only a changed result notifies readers, and a good drawing removes the problem', () => {
  const drawn = createDrawnProblems<string>()
  const failure = { error: 'Invalid date', line: 3 }
  assert.deepEqual(drawn.find('mermaid', source, 'a'), [])
  assert.deepEqual(drawn.note('mermaid', source), [])
  assert.deepEqual(drawn.note('mermaid', source, failure), ['a'])
  assert.deepEqual(drawn.note('mermaid', source, failure), [])
  assert.deepEqual(drawn.note('mermaid', source), ['a'])
  assert.deepEqual(drawn.find('mermaid', source, 'a'), [])
})

test('a new result notifies only the readers who asked about that diagram and engine', () => {
  const drawn = createDrawnProblems<string>()
  const failure = { error: 'Invalid date', line: 3 }
  for (const reader of ['a', 'b', 'gone']) drawn.find('mermaid', source, reader)
  drawn.find('mermaid', source, 'a')
  drawn.find('mermaid', 'gantt\n', 'other diagram')
  drawn.find('graphviz', source, 'other engine')
  drawn.forget('gone')
  assert.deepEqual(drawn.note('mermaid', source, failure), ['a', 'b'])
})

test('an engine’s message is cut to 200 characters, and its place lies inside the diagram', () => {
  const drawn = createDrawnProblems<string>()
  drawn.note('mermaid', source, { error: 'x'.repeat(5000), line: 1e9 })
  const [problem] = drawn.find('mermaid', source, 'a')
  assert.equal(problem?.reason.length, 200)
  assert(problem && problem.start <= problem.end && problem.end <= source.length)
  drawn.note('mermaid', source, { error: ' \n ' })
  assert.deepEqual(drawn.find('mermaid', source, 'a'), [])
})
