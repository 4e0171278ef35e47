import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
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
    assert.ok(missing?.fixes)
    assert.deepEqual(flag.fixes, missing.fixes)
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
})
