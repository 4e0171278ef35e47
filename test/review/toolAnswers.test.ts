import assert from 'node:assert/strict'
import { test } from 'node:test'
import { templates } from '../../src/cli/builtIn.ts'
import { findingsAnswer, templateAnswer, templateText, whyNoRule } from '../../src/review/toolAnswers.ts'
import { types } from '../util/linting.ts'

const now = new Date(2026, 0, 2)

test('findingsAnswer throws a message that says why a file cannot be linted', () => {
  const linted = { path: 'docs/a.md', messages: [] }
  const [type] = types
  assert.throws(
    () => findingsAnswer(linted),
    /“docs\/a\.md” is not recognised as a design document.* `documentType: design`/,
  )
  assert.throws(() => findingsAnswer({ ...linted, type }), /is too long to read/)
  assert.throws(() => findingsAnswer({ ...linted, templateOf: type }), /is the template for the type/)
})

test('templateAnswer lists the types, or returns the text of one with the title filled in', () => {
  assert.match(templateAnswer(templates, {}, now), /^- adr: .+\. \d+ sections\. Such documents are stored at /m)
  const text = templateAnswer(templates, { type: 'adr', title: 'Keep berths in one table' }, now)
  assert.match(text, /^# .*Keep berths in one table$/m)
  assert.doesNotMatch(text, /\$\{\d/)
  assert.throws(
    () => templateAnswer(templates, { type: 'ard' }, now),
    /Unknown document type “ard”\. The types are .*adr/,
  )
})

test('templateText fills in the date, and is without the advice that templateAnswer adds', () => {
  const [adr] = templates.filter(({ id }) => id === 'adr')
  assert.ok(adr)
  const text = templateText(adr, now)
  assert.match(text, /2026-01-02/)
  assert.match(text, /^# /)
  const advice = /^Fill in what is in brackets .* `documentType: adr` in its front matter\.\n\n/
  const answer = templateAnswer(templates, { type: 'adr' }, now)
  assert.match(answer, advice)
  assert.equal(text, answer.replace(advice, ''))
})

test('whyNoRule suggests the most similar rule for an unknown one', () => {
  assert.equal(whyNoRule('required-section', ['required-section']), undefined)
  assert.match(whyNoRule('required-sections', ['required-section']) ?? '', /Did you mean required-section\?/)
  assert.match(whyNoRule('x', ['required-section']) ?? '', /The rules are required-section\./)
})
