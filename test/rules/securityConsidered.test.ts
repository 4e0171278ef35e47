import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import securityConsidered from '../../src/rules/security-considered.ts'
import { lint } from '../util/linting.ts'

const design = `# Proposal: Show where a parcel is

## Proposal

The shop sends the number of the parcel to the tracking service, which asks the carrier and stores the answer in its
database. Two servers run it behind the load balancer of the shop.

## Security

`
const countOf = async (section: string) => (await lint(`${design}${section}\n`, [securityConsidered], 'design')).length

suite('security-considered, on a short section of a proposal', () => {
  for (const section of [
    'There are no security implications.',
    "It doesn't change who may do what.",
    'Das hat keinen Einfluss auf die Sicherheit des Ladens.',
    '这对商店的安全没有影响。',
  ])
    test(`is silent on: ${section}`, async () => assert.equal(await countOf(section), 0))
  for (const section of [
    'The service is as safe as the shop.',
    'Daran haben wir noch nicht gedacht.',
    '网络是无线的，由商店的服务器管理。',
    '我们还没有考虑这个问题。',
  ])
    test(`reports: ${section}`, async () => assert.equal(await countOf(section), 1))
})
