import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDrawnProblems } from '../../src/core/drawnProblems.ts'

const source = '\ngantt\n  a task :2026-02-31, 3d\n'

test('what drawing found stands on its line, or on the first one that says something', () => {
  const drawn = createDrawnProblems()
  assert.equal(drawn.note('mermaid', source, { error: '\nInvalid date.\nat somewhere', line: 3 }), true)
  const [problem] = drawn.find('mermaid', source)
  assert.equal(problem?.reason, 'Invalid date')
  assert.equal(source.slice(problem?.start, problem?.end), 'a task :2026-02-31, 3d')
  assert.equal(drawn.note('mermaid', source, { error: 'Invalid date' }), true)
  const [other] = drawn.find('mermaid', source)
  assert.equal(source.slice(other?.start, other?.end), 'gantt')
  assert.deepEqual(drawn.find('graphviz', source), [])
})

test('what is known is no news, and a good drawing ends it', () => {
  const drawn = createDrawnProblems()
  assert.equal(drawn.note('mermaid', source), false)
  drawn.note('mermaid', source, { error: 'Invalid date', line: 3 })
  assert.equal(drawn.note('mermaid', source, { error: 'Invalid date', line: 3 }), false)
  assert.equal(drawn.note('mermaid', source), true)
  assert.deepEqual(drawn.find('mermaid', source), [])
})

test('no words of an engine leave their line', () => {
  const drawn = createDrawnProblems()
  drawn.note('mermaid', source, { error: 'x'.repeat(5000), line: 1e9 })
  const [problem] = drawn.find('mermaid', source)
  assert.equal(problem?.reason.length, 200)
  assert(problem && problem.start <= problem.end && problem.end <= source.length)
  drawn.note('mermaid', source, { error: ' \n ' })
  assert.deepEqual(drawn.find('mermaid', source), [])
})
