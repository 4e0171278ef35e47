import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingWords, type OverviewEntry } from '../../src/review/overview.ts'

const entry: OverviewEntry = {
  path: 'a.md',
  title: 'A',
  documentType: 'design',
  status: '',
  findings: { error: 0, warning: 0, information: 0, hint: 0 },
  redFlags: 0,
  supersedes: [],
  supersededBy: [],
}

test('the findings of a row are counted by severity, as below the list of findings', () => {
  assert.equal(findingWords(entry), '')
  const findings = { error: 1, warning: 2, information: 1, hint: 3 }
  assert.equal(findingWords({ ...entry, findings, redFlags: 2 }), '1 error, 2 warnings, 1 info, 3 hints, 2 red flags')
})
