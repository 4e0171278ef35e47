import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import rule from '../../src/rules/trade-off-stated.ts'
import { lint } from '../util/linting.ts'

/** A long design that weighs nothing against anything else. */
const design = `# System Design: Berths

## High-Level Architecture

A skipper asks for a berth by phone or in the browser, and the harbour office sees the request at once. The berth service
keeps berths and stays in one database, and a worker sends the confirmation by mail. Every night the stays of the day are
written to a file that the accountants fetch in the morning. The office prints the list of arrivals before it opens, with
the name of the boat, its length and its draught, so that the harbour master knows where it fits.

`

const findings = async (said: string) => (await lint(`${design}${said}\n`, [rule], 'system-design')).length

suite('a trade-off is recognised in', () => {
  for (const said of [
    'One database is simpler but slower.',
    'Reads are slower, but nothing has to be kept in step.',
    'A nightly file is easy to build, though harder to correct.',
    'At the price of a day of delay the accountants need no login.',
    'We lose live figures but win a quiet night.',
    'The office gives up live figures.',
    'We give up on strict ordering.',
    '### What we give up',
    'In exchange for the delay nobody has to watch a queue.',
    'The file trades freshness against effort.',
    'This buys us a quiet night.',
    'It means more disk but fewer queries.',
    'We pay for it with stale figures.',
    'On the other hand the figures are a day old.',
    'We decided against a queue.',
    'We favour one database over two.',
    'It comes with a cost: the figures are a day old.',
    'We accept a slower start of the day.',
    '- Con: the figures are a day old',
    '| Choice | Pros | Cons |\n|---|---|---|\n| a file | no login | a day old |',
  ])
    test(said, async () => assert.equal(await findings(said), 0))
})

suite('no trade-off is recognised in', () => {
  for (const said of [
    'The worker gives up after three attempts.',
    'It tries three times, and then it gives up.',
    'The price of a berth depends on the length of the boat.',
    'The skipper pays by card.',
    'Each berth comes with electricity and water.',
    'The confirmation is late, but the berth is taken.',
  ])
    test(said, async () => assert.equal(await findings(said), 1))
})
