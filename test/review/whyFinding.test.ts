import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingSection, whyFinding } from '../../src/review/whyFinding.ts'
import { documentOf } from '../checklist/review.ts'

const document = documentOf(
  '# System Design: Orders',
  '',
  'The order service runs as a single instance, by dependency injection.',
  '',
  'The mailer has no backups.',
  '',
  '## References',
  '',
  'A replica of it.',
)
const ruleId = 'no-single-point-of-failure'
const at = (words: string) => {
  const start = document.text.indexOf(words)
  return { ruleId, start, end: start + words.length }
}

test('`here` lists the terms that the rule uses first, then other terms in the finding', () => {
  const { line, here } = whyFinding(document, at('has no backups'))
  assert.equal(line, 5)
  assert.deepEqual(
    here.map(({ words, concept, isAsked }) => [words, concept, isAsked]),
    [
      ['has no backups', 'unprotected', true],
      ['backups', 'redundancy', true],
      ['no', 'denial', false],
      ['no', 'nothing', false],
    ],
  )
})

test('`elsewhere` lists only terms that the rule uses, with what silences them', () => {
  const { here, elsewhere } = whyFinding(document, at('has no backups'))
  assert.ok(elsewhere.every(({ isAsked, at }) => isAsked && at !== 5))
  assert.ok(elsewhere.some(({ words, at }) => words === 'a single instance' && at === 3))
  assert.deepEqual(elsewhere.find(({ words }) => words === 'replica')?.silenced, { by: 'heading' })
  assert.equal(here.find(({ words }) => words === 'backups')?.silenced?.by, 'denial')
})

test('the Markdown section names vocabulary lines and escapes what authors wrote', () => {
  const reason = '`has no backups`, and no plan <img src=x>'
  const section = findingSection({ ruleId, reason }, 'a_b.md', whyFinding(document, at('has no backups')))
  assert.match(section, /^## This finding\n\n\*\*a\\_b\\\.md, line 5:\*\* \\`has no backups\\`\\, and no plan \\<img /)
  assert.match(section, /\n- \*\*“has no backups”\*\*: .*<br>\n {2}vocabulary\\\/flags\\\/unprotected\\\.txt:\d+\n/)
  assert.match(
    section,
    /\n- \*\*“backups”\*\*: .*<br>\n.*<br>\n {2}\*Does not count:\* negated by .*denial\\\.txt\\:\d+/,
  )
  assert.match(section, /\n- Line 9, \*\*“replica”\*\*: .*<br>\n.*<br>\n {2}\*Does not count:\* nothing under this/)
})

test('the section says so if the document has no terms that the rule looks for', () => {
  const finding = { ...at('has no backups'), ruleId: 'section-order' }
  const section = findingSection({ ruleId: 'section-order', reason: 'x' }, 'a.md', whyFinding(document, finding))
  assert.match(section, /This document has no vocabulary words that `section-order` looks for itself\.$/)
})
