import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDocument } from '../../../src/core/document/document.ts'
import { findRuleMistakes } from '../../../src/core/lint/writtenRules.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { rules } from '../../../src/generated/rules.ts'

const mistakes = (...lines: readonly string[]) => {
  const fence = lines[0]?.startsWith('+++') ? [] : ['---']
  const document = createDocument(createParser().parse([...fence, ...lines, ...fence, '# A'].join('\n')), [])
  return findRuleMistakes(document, rules).map(({ start, end, reason }) => [document.text.slice(start, end), reason])
}

test('valid rule settings in front matter are not reported', () => {
  assert.deepEqual(mistakes('rules:', '  no-placeholder: "off"', '  red-flag: hint'), [])
  assert.deepEqual(mistakes('rules: { adr-alternatives: [error, { minimum: 3 }] }'), [])
  assert.deepEqual(mistakes('rules:'), [])
  assert.deepEqual(mistakes('title: A'), [])
})

test('a mistake is reported at its place, at any depth', () => {
  assert.deepEqual(mistakes('rules:', '  no-placehodler: off', '  "empty-section": "warn"'), [
    ['no-placehodler', 'Unknown rule `no-placehodler`: did you mean `no-placeholder`?'],
    ['"warn"', 'Unexpected severity `warn`: did you mean `warning`?'],
  ])
  assert.deepEqual(mistakes('rules: {adr-alternatives: [warn, {minimum: 3}]}'), [
    ['warn', 'Unexpected severity `warn`: did you mean `warning`?'],
  ])
  assert.deepEqual(mistakes('title: A', 'rules:', '  adr-alternatives:', '    - error', '    - minimun: 3'), [
    ['minimun', 'Unknown option `minimun` of `adr-alternatives`: did you mean `minimum`?'],
  ])
  assert.deepEqual(mistakes('rules:', '  no-placeholder: false'), [
    ['false', 'Unexpected severity `false`: did you mean `off`?'],
  ])
  assert.deepEqual(mistakes('rules: off'), [['off', 'Unexpected value, expected an object of rule ids']])
})

test('mistakes in TOML front matter are reported as well', () => {
  assert.deepEqual(
    mistakes('+++', 'title = "A"', '[rules]', 'no-placehodler = "off"', 'empty-section = "warn"', '[other]', '+++'),
    [
      ['no-placehodler', 'Unknown rule `no-placehodler`: did you mean `no-placeholder`?'],
      ['"warn"', 'Unexpected severity `warn`: did you mean `warning`?'],
    ],
  )
})

test('a `rules` key of another tool is left alone', () => {
  assert.deepEqual(mistakes('rules:', '  - Never delete an order', '  - Always ask'), [])
  assert.deepEqual(mistakes('rules:', '  retention: 30 days'), [])
  assert.deepEqual(mistakes('rules: &a', '  x: 1', 'more: *a'), [])
})
