import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits } from '../../src/core/lint/edits.ts'
import missingSecurity from '../../src/rules/missing-security.ts'
import requiredSection from '../../src/rules/required-section.ts'
import { lint } from '../util/linting.ts'

const design = `# System Design: Berths

## Overview

Skippers book berths in the browser, pay online by card, and get a mail. The web shop sends each booking to the harbour office,
which keeps skippers, boats and stays in a PostgreSQL database, and answers through an HTTP API that the mobile app calls as well.
The office prints the list of arrivals each morning. A worker sends mails at night, and the accountants fetch a file once a month.
`

const rules = [missingSecurity, requiredSection]
const onSecurity = async (text: string, only = rules) =>
  (await lint(text, only, 'system-design')).filter(({ reason }) => /security/i.test(reason))

suite('a gap is reported once', () => {
  test('the red flag is reported with the fix of the missing section, and the section is not reported', async () => {
    const [flag, ...others] = await onSecurity(design)
    assert.equal(flag?.ruleId, 'missing-security')
    assert.deepEqual(others, [])
    const [missing] = await onSecurity(design, [requiredSection])
    const fix = missing?.fixes?.find(({ title }) => title === 'Add section "Security"')
    assert.ok(fix)
    assert.deepEqual(flag.fixes, [{ ...fix, isPreferred: true }])
  })
  test('the missing section is reported where the red flag is disabled', async () => {
    const found = await onSecurity(`${design}\n<!-- design-docs-disable-file missing-security -->\n`)
    assert.deepEqual(
      found.map(({ ruleId }) => ruleId),
      ['required-section'],
    )
  })
  test('other missing sections are still reported', async () => {
    const found = await lint(design, rules, 'system-design')
    assert.ok(found.some(({ reason }) => reason.includes('`Monitoring`')))
  })
  test('sections that are missing in one place are reported together, without those that a red flag reports', async () => {
    const [first, second, ...others] = (await lint(design, rules, 'system-design')).filter(
      ({ ruleId }) => ruleId === 'required-section',
    )
    assert.match(
      first?.reason ?? '',
      /^No sections `Requirements`, `High-Level Architecture`, .*, expected after `Overview`$/,
    )
    assert.doesNotMatch(first?.reason ?? '', /Security/)
    assert.equal(second, undefined)
    assert.deepEqual(others, [])
    const { subjects = [], fixes = [] } = first ?? {}
    assert.equal(fixes.length, subjects.length + 1)
    assert.equal(fixes[0]?.title, `Add ${subjects.length} missing sections`)
    assert.deepEqual(
      fixes.flatMap(({ isPreferred }, index) => (isPreferred ? index : [])),
      [0],
    )
    const fixed = await lint(applyEdits(design, fixes[0]?.edits ?? []), [requiredSection], 'system-design')
    assert.deepEqual(
      fixed.map(({ subjects: left }) => left),
      [['Security']],
    )
  })
  test('a section that is missing in another place is reported there', async () => {
    const found = await lint(`${design}\n## Security\n\nAll calls use TLS.\n`, [requiredSection], 'system-design')
    assert.deepEqual(
      found.map(({ reason }) => reason.replace(/^.*, expected/, '')),
      [' after `Overview`', ' after `Security`'],
    )
  })
})
