import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyBaseline, baselineOf, readBaseline, writeBaseline } from '../../../src/core/lint/baseline.ts'
import { readModel } from '../../util/linting.ts'

const text = '# Design: x\n\nTBD\n\n## 1. Goals\n\nTBD and TBD\n\n### Non-Goals\n\nTBD\n'
/** The occurrences of a word, as findings of one rule. */
const findings = (written: string, word = 'TBD', ruleId = 'some-rule') =>
  Array.from(written.matchAll(new RegExp(word, 'g')), ({ index }) => ({ start: index, end: index + 3, ruleId }))
const apply = (written: string) => {
  const known = baselineOf(readModel(text), findings(text))
  const { findings: left, ...rest } = applyBaseline(readModel(written), findings(written), known)
  return { left: left.map(({ start }) => written.slice(0, start).split('\n').length), ...rest }
}

test('findings are counted by section and rule, without internal errors', () => {
  assert.deepEqual(baselineOf(readModel(text), findings(text)), {
    '(top)': { 'some-rule': 1 },
    goals: { 'some-rule': 2 },
    'goals/non-goals': { 'some-rule': 1 },
  })
  assert.deepEqual(baselineOf(readModel(text), findings(text, 'TBD', 'internal-error')), {})
})

test('findings stay known when lines move, numbering changes and text is added', () => {
  assert.deepEqual(apply(text), { left: [], known: 4, stale: 0 })
  const moved = `---\na: b\n---\n${text.replace('## 1. Goals', 'More.\n\n## 2) Goals').replace('# Design: x', '# Design: y')}`
  assert.deepEqual(apply(moved), { left: [], known: 4, stale: 0 })
})

test('one more finding brings back all of its section, and one less is stale', () => {
  assert.deepEqual(apply(text.replace('TBD and', 'TBD, TBD and')), { left: [7, 7, 7], known: 2, stale: 0 })
  assert.deepEqual(apply(text.replace('TBD and', '')), { left: [], known: 3, stale: 1 })
  assert.deepEqual(apply(text.replace('Non-Goals', 'Limits')), { left: [11], known: 3, stale: 1 })
})

test('each of several things that a finding reports together is counted', () => {
  const [first] = findings(text)
  assert.ok(first)
  const together = (...subjects: string[]) => [{ ...first, subjects }]
  const known = baselineOf(readModel(text), together('a', 'b'))
  assert.deepEqual(known, { '(top)': { 'some-rule': 2 } })
  assert.equal(applyBaseline(readModel(text), together('b'), known).findings.length, 0)
  assert.equal(applyBaseline(readModel(text), together('a', 'b', 'c'), known).findings.length, 1)
})

test('a written baseline is read back the same, sorted', () => {
  const baseline = { 'b.md': { z: { r: 1 }, a: { q: 2 } }, 'a.md': {} }
  const written = writeBaseline(baseline)
  assert.deepEqual(readBaseline(written), { baseline: { 'b.md': { a: { q: 2 }, z: { r: 1 } } } })
  assert.ok(written.indexOf('"a"') < written.indexOf('"z"'))
})

test('an invalid baseline is one problem and hides nothing', () => {
  for (const broken of ['', '[]', '{', '{ "version": 2, "documents": {} }', '{ "version": 1 }']) {
    const { baseline, problem } = readBaseline(broken)
    assert.deepEqual(baseline, {})
    assert.match(problem?.reason ?? '', /^The baseline does not have the form/)
  }
  const odd = '{ "version": 1, "documents": { "a.md": 7, "b.md": { "s": { "r": "many", "__proto__": 3 } } } }'
  const { problem } = readBaseline(odd)
  assert.equal(odd.slice(problem?.start, problem?.end), '7')
  assert.match(problem?.reason ?? '', /^`7` is not a valid number of findings/)
})

test('sections, rules and documents may be named like inherited properties', () => {
  const odd =
    '# Design: x\n\n## Constructor\n\nTBD\n\n## To String\n\nTBD\n\n## Value-of\n\nTBD\n\n## __proto__\n\nTBD\n'
  for (const ruleId of ['some-rule', 'constructor', '__proto__']) {
    const counts = baselineOf(readModel(odd), findings(odd, 'TBD', ruleId))
    assert.deepEqual(Object.keys(counts), ['constructor', 'to-string', 'value-of', 'proto'])
    for (const section of Object.values(counts)) assert.deepEqual(Object.entries(section), [[ruleId, 1]])
    const { baseline } = readBaseline(writeBaseline({ ['__proto__']: counts, constructor: counts }))
    assert.deepEqual(Object.keys(baseline).toSorted(), ['__proto__', 'constructor'])
    assert.deepEqual(applyBaseline(readModel(odd), findings(odd, 'TBD', ruleId), baseline['constructor'] ?? {}), {
      findings: [],
      known: 4,
      stale: 0,
    })
  }
})
