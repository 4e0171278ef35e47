import assert from 'node:assert/strict'
import { test } from 'node:test'
import { severities } from '../../../src/core/lint/rule.ts'
import { nearest, suggest } from '../../../src/core/text/nearest.ts'

test('nearest knows what other tools call a severity', () => {
  const meant = { warn: 'warning', WARN: 'warning', err: 'error', info: 'information', none: 'off', '2': 'error' }
  for (const [word, severity] of Object.entries(meant)) assert.equal(nearest(word, severities), severity, word)
  assert.equal(nearest('warn', ['error', 'hint']), undefined, 'only where there is such a choice')
  assert.equal(nearest('constructor', severities), undefined)
})

test('nearest tolerates a few wrong or swapped letters', () => {
  assert.equal(nearest('file', ['files', 'status', 'rules']), 'files')
  assert.equal(nearest('Warnign', severities), 'warning')
  assert.equal(nearest('quite', ['quiet', 'fix']), 'quiet', 'two letters that changed places are one mistake')
  assert.equal(nearest('something', severities), undefined)
})

test('nearest accepts the beginning or a word of exactly one choice', () => {
  const items = ['data-flow', 'data-model', 'cost-estimate', 'security', 'monitoring']
  assert.equal(nearest('costs', items), 'cost-estimate')
  assert.equal(nearest('model', items), 'data-model')
  assert.equal(nearest('monitor', items), 'monitoring')
  assert.equal(nearest('data', items), undefined, 'two have it')
  assert.equal(nearest('is', ['it-is']), undefined, 'too short to say')
})

test('suggest names the choice that was probably meant, or else what is expected', () => {
  const expected = ['files', 'rules']
  assert.deepEqual(suggest('Unknown key `file`', 'file', expected, { expected }), {
    reason: 'Unknown key `file`: did you mean `files`?',
    likely: 'files',
  })
  assert.deepEqual(suggest('Unknown key `x`', 'x', expected, { expected, prefix: '--' }), {
    reason: 'Unknown key `x`, expected one of `--files` or `--rules`',
  })
  assert.equal(suggest('Unknown key `rule`', 'rule', expected, { prefix: '--' }).likely, 'rules')
  assert.deepEqual(suggest('Unknown key `x`', 'x', expected), { reason: 'Unknown key `x`' })
})
