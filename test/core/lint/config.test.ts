import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configLayers, readConfig } from '../../../src/core/lint/config.ts'
import { defineRule } from '../../../src/core/lint/rule.ts'
import { resolveRule } from '../../../src/core/lint/ruleSettings.ts'

const rule = defineRule<{ words: number; names: readonly string[] }>({
  id: 'some-rule',
  category: 'structure',
  description: 'Require something',
  severity: 'warning',
  options: {
    words: { type: 'number', description: 'How many', default: 3 },
    names: { type: 'array', description: 'Which', default: [] },
  },
  *check() {},
})

const read = (text: string) => readConfig(text, [rule])
const reasons = (text: string) => read(text).problems.map(({ start, end, reason }) => [text.slice(start, end), reason])

test('a config with comments and trailing commas is read', () => {
  const { config, problems } = read(
    '{ // ours\n "rules": { "some-rule": ["hint", { "words": 5 }], }, "types": { "a/*.md": "adr" }, "ignore": ["b/**"] }',
  )
  assert.deepEqual(problems, [])
  assert.deepEqual(config.types, [[['a/*.md'], 'adr']])
  assert.deepEqual(resolveRule(rule, configLayers(config, 'x.md')), {
    severity: 'hint',
    options: { words: 5, names: [] },
  })
})

test('a category stands for its rules, and is weaker than a rule of the same layer', () => {
  const severity = (...layers: readonly string[]) =>
    resolveRule(
      rule,
      layers.map((text) => read(`{ "rules": ${text} }`).config.rules ?? {}),
    ).severity
  assert.deepEqual(reasons('{ "rules": { "structure": "off", "red-flag": "hint" } }'), [])
  assert.equal(severity('{ "structure": "off" }'), 'off')
  assert.equal(severity('{ "structure": "off", "some-rule": "hint" }'), 'hint')
  assert.equal(severity('{ "some-rule": "hint" }', '{ "structure": "off" }'), 'off')
  assert.equal(severity('{ "red-flag": "off" }'), 'warning')
})

test('overrides win where their globs match, the last strongest', () => {
  const { config } = read(
    '{ "rules": { "some-rule": "error" }, "overrides": [{ "files": ["a/**"], "rules": { "some-rule": "hint" } }, { "files": ["a/b/*"], "rules": { "some-rule": "off" } }] }',
  )
  const severity = (path: string) => resolveRule(rule, configLayers(config, path)).severity
  assert.deepEqual(['x.md', 'a/x.md', 'a/b/x.md'].map(severity), ['error', 'hint', 'off'])
})

test('mistakes are told at their place, and the rest is used', () => {
  assert.deepEqual(reasons('{ "rulez": {} }'), [
    [
      '"rulez"',
      'Unexpected key `rulez`, expected `types`, `templates`, `rules`, `overrides`, `severityByStatus` or `ignore`',
    ],
  ])
  assert.deepEqual(reasons('{ "rules": { "no-rule": "hint" } }'), [['"no-rule"', 'Unknown rule `no-rule`']])
  assert.match(reasons('{ "rules": { "some-rule": "fatal" } }')[0]?.[1] ?? '', /^Unexpected severity, expected `error`/)
  assert.deepEqual(
    reasons('[]').map(([where]) => where),
    ['[]'],
  )
  assert.deepEqual(
    reasons('{ "ignore": [1], "types": { "a": 1 } }').map(([where]) => where),
    ['[1]', '1'],
  )
  assert.deepEqual(
    reasons('{ "overrides": [{ "files": ["a"] }] }').map(([where]) => where),
    ['{ "files": ["a"] }'],
  )
  for (const text of ['', '{', 'nonsense', '{ "rules": ', '{ "rules": { "some-rule" } }'])
    assert.equal(read(text).problems.length > 0, true, text)
  assert.equal(read('{ "rules": { "some-rule": "hint" }, "x" }').config.rules?.['some-rule']?.severity, 'hint')
})

test('a mistake at the end of a config lies inside of it', () => {
  for (const text of ['/*', '[/*', '{ "rules": {} /*', '{ "rules"', '"'])
    for (const { start, end } of read(text).problems) assert.ok(start <= end && end <= text.length, text)
})
