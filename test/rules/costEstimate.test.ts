import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import costEstimate from '../../src/rules/cost-estimate.ts'
import { lint } from '../util/linting.ts'

/** What the rule says of a section that lists one amount three times, without a total. */
const saidOf = async (amount: string) =>
  (
    await lint(`# Note: Use a queue\n\n## Cost Estimate\n\n${`- Part: ${amount}\n`.repeat(3)}`, [costEstimate], 'note')
  ).map(({ reason }) => reason)

suite('cost-estimate asks for a total', () => {
  for (const amount of [
    '$40 for all of them',
    '$40 in summer',
    '$40 per month',
    '$40/month',
    '$40 a month',
    '€40 per year',
  ])
    test(`of amounts such as ${amount}`, async () =>
      assert.deepEqual(await saidOf(amount), ['`Cost Estimate` lists 3 amounts but no total']))
  for (const price of [
    '$0.40 per million requests',
    '$0.10/GB',
    '$0.09 per GB',
    '$3 per seat',
    '$5 per user per month',
  ])
    test(`but not of prices such as ${price}`, async () => assert.deepEqual(await saidOf(price), []))
  for (const total of ['**Per month:** $120', 'Summe: $120', 'Gesamtsumme: $120', 'Sum: $120', '合計: $120'])
    test(`but not if there is one: ${total}`, async () => assert.deepEqual(await saidOf(`$40\n- ${total}`), []))
})
