import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import rule from '../../src/rules/cost-total.ts'
import { lint } from '../util/linting.ts'

const findings = async (text: string) =>
  (await lint(`# System Design: Berths\n\n## Cost\n\n${text}\n`, [rule], 'system-design')).map(({ reason }) => reason)

suite('a sum in a sentence', () => {
  for (const text of [
    'It costs $90, $1,100 and $60, makes $1,350.',
    'Machines take $90 a month, storage $1,100 and mail $60. Together that makes $1,350 a month.',
    '- Machines $90, storage $1,100, mail $60: in total $1,350',
    '$90 + $1,100 + $60 = $1,350',
    'We pay $90 for machines, $1,100 for storage, and $60 for mail, which adds up to $1,350.',
  ])
    test(`is reported when wrong: ${text}`, async () => {
      const [reason, ...others] = await findings(text)
      assert.match(reason ?? '', /^The total is `\$1,350.*, but the 3 amounts add up to `\$1,250/)
      assert.deepEqual(others, [])
    })
  for (const text of [
    'It costs $90, $1,100 and $60, makes $1,250.',
    'Two machines at $90, storage $1,100, which makes $1,280.',
    '3 machines $90, storage $1,100, which makes $1,370.',
    'Each berth brings $90, each mooring $60. The harbour makes $1,350.',
    'It costs $90 or $60, in total $1,350 with everything.',
    'Last year machines were $90 and mail $60, now all comes to $1,350.',
    'Storage is $1,100, of which $90 are backups, in total $1,350.',
    'Machines $90, mail $60. In all towns the price comes to $1,350 when it rains.',
    'Between $90 and $110 and $60, makes $1,350.',
    'Machines $90, mail 60 €, makes $1,350.',
  ])
    test(`is not reported when right or not meant as a sum: ${text}`, async () =>
      assert.deepEqual(await findings(text), []))
})
