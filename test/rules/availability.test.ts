import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits } from '../../src/core/lint/edits.ts'
import rule from '../../src/rules/availability-arithmetic.ts'
import { lint } from '../util/linting.ts'

/** Figures that agree, or that do not clearly refer to the same thing. */
const silent = [
  'Availability: 99.9% (3 nines)',
  'Uptime of 99.99%, four nines',
  'We move from three nines to 99.99% availability',
  'Availability of 99.9% today, four nines next year',
  'SLO: 99.95% (three and a half nines, 3.5 nines)',
  '99.9% uptime = 8h 45m 57s downtime per year',
  '99.9% availability (~9 hours of downtime a year)',
  '99.99 % availability leaves 5 minutes of downtime per month',
  'Availability: 99.9% per month (43 minutes)',
  'An SLA of 99.5 % is 3.6 hours/month of outage, 99.9 % is 43 min/month',
  'Availability 99.9%, alerts within 5 minutes, 2 hours of planned downtime per month',
  'Latency: 99% of requests under 300 ms, 5 minutes of downtime per month',
  'p99.9 latency under 2 s per day',
  'Durability of 99.999999999%, and 10 hours of downtime per year',
  'Availability: 99.9%\n- RTO: 4 hours, RPO: 5 minutes',
  'Availability: 99.99%\n- RTO when a region is lost: 4 hours',
  'Availability: 99.99%\n- RPO/RTO: 4 hours / 10 minutes',
  'Availability: 99.99%\n- RTO: 30 minutes',
  '5 nines for the control plane (26 s/month), 99.9% for the data plane',
  'A 30-day error budget at 99.95 % availability, 99.9% (43 min/month), 99.99% (4.3 min/month)',
  'CPU above 95 % for 10 minutes per day means an outage',
]

const wrong: Readonly<Record<string, string>> = {
  'Availability: 99.9% (4 nines)': 'three nines',
  'We promise five nines (99.99 %)': 'four nines',
  '**99.99%** availability = **43 minutes** of downtime per month': '4.32 min',
  '99.9% uptime means up to 52 minutes of downtime per year': '8.76 h',
  'Availability: 99.9% per month (4.3 minutes)': '43.2 min',
  '43 minutes of downtime per month (99.99% SLA)': '4.32 min',
  'Availability: 99.99%\n- RTO: 4 hours': '52.6 min',
  'Availability: 99.99% per month\n- Recovery time objective (RTO): < 30 minutes': '4.32 min',
  'SLO: 99.9% (43 min/month), 99.99% (43 min/month)': '4.32 min',
  'Uptime: 99.9 %\n- Error budget: 4 hours per month': '43.2 min',
  '99.95%\n\n| SLO | Over | Error budget |\n|---|---|---|\n| Availability 99.9% | 30 days | 22 minutes |': '43.2 min',
  'Targets\n\n| SLA | Nines | Downtime |\n|---|---|---|\n| 99.9% | four nines | 43 min/month |': 'three nines',
  'Levels\n\n| Availability | Per year | Downtime per month |\n|---|---|---|\n| 99.9% | 8.8 h | 4.4 min |': '43.2 min',
  'Plan\n\n| Availability | RTO |\n|---|---|\n| 99.99% | 3 h |': '52.6 min',
}

const reasons = async (line: string) =>
  (await lint(`# Note: Availability\n\n- ${line}\n`, [rule], 'note')).map(
    ({ reason }) => /(?:` is|allows(?: only)?) `([^`]*)/.exec(reason)?.[1],
  )

suite('figures of availability', () => {
  for (const line of silent) test(`are not reported: ${line}`, async () => assert.deepEqual(await reasons(line), []))
  for (const [line, expected] of Object.entries(wrong))
    test(`are corrected: ${line}`, async () => assert.deepEqual(await reasons(line), [expected]))
})

suite('the fix of a figure writes what the availability allows, and is right then', () => {
  const fixed: Readonly<Record<string, string>> = {
    '**99.99%** availability = **43 minutes** of downtime per month':
      '**99.99%** availability = **4.32 min** of downtime per month',
    '99.9 % uptime is 4 h 10 min of downtime a year': '99.9 % uptime is 8.76 h of downtime a year',
    'Availability: 99.9% per month (4.3 minutes)': 'Availability: 99.9% per month (43.2 min)',
    'Plan\n\n| SLA | Downtime |\n|---|---|\n| 99.9% | 4 min/month |':
      'Plan\n\n| SLA | Downtime |\n|---|---|\n| 99.9% | 43.2 min/month |',
  }
  const whole = (line: string) => `# Note: Availability\n\n- ${line}\n`
  for (const [line, expected] of Object.entries(fixed))
    test(line, async () => {
      const [message] = await lint(whole(line), [rule], 'note')
      assert.equal(applyEdits(whole(line), message?.fixes?.[0]?.edits ?? []), whole(expected))
      assert.deepEqual(await lint(whole(expected), [rule], 'note'), [])
    })
  test('a recovery that takes too long has none: only its author can shorten it', async () => {
    const [message] = await lint(whole('Availability: 99.99%\n- RTO: 4 hours'), [rule], 'note')
    assert.equal(message?.fixes, undefined)
  })
})
