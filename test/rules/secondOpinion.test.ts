import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { review } from '../checklist/review.ts'
import { lint } from '../util/linting.ts'

/** The flags raised for a sentence. The sentences in this file are not among those that the model was trained on. */
const flagsOf = async (sentence: string, type = 'system-design') => {
  const text = `# System Design: Depot\n\nThe depot service runs on two servers in the cluster; the database has a replica.\n\n${sentence}\n`
  const messages = await lint(text, undefined, type)
  return messages.flatMap(({ ruleId, reason, start, end }) =>
    reason.startsWith('This sounds like') ? [`${ruleId}: ${text.slice(start, end)}`] : [],
  )
}

const core =
  'Whatever the shop needs, be it prices, stock, mails or invoices, is added to the one core module that all screens call.'
const fleet =
  'The three of us run a repository, a pipeline and a database for each of fourteen services before the first customer has signed.'
const night = 'All 31 depots move to the new planner in a single night in May, when each of its functions is finished.'
const lockstep =
  'When the tour service changes its events, the fee and label services are redeployed on the same evening.'

describe('the classifier’s second opinion on a red flag', () => {
  it('is given where the sentence has no phrase of the vocabulary', async () => {
    assert.deepEqual(await flagsOf(core), [`no-god-component: ${core}`])
    assert.deepEqual(await flagsOf(fleet), [`no-premature-microservices: ${fleet}`])
    assert.deepEqual(await flagsOf(lockstep), [`no-distributed-monolith: ${lockstep}`])
  })

  it('is given on missing skills and on a big design up front', async () => {
    const unskilled = 'It takes somebody with years of Erlang, and the port has no such person.'
    const whole = 'Only when the ninth and last module is finished will the port see any of it, in about two years.'
    assert.deepEqual(await flagsOf(unskilled), [`missing-team-fit: ${unskilled}`])
    assert.deepEqual(await flagsOf(whole), [`no-big-design-up-front: ${whole}`])
  })

  it('is not given in a long document for a score that suffices in a short one', async () => {
    const long = Array.from({ length: 800 }, (_, index) => `The belt of lane ${index} leads to the town.`).join('\n\n')
    assert.deepEqual(await flagsOf(`${lockstep}\n\n${long}`), [])
  })

  it('is not given where the same paragraph says the opposite; another paragraph does not count', async () => {
    const alone = 'Each service is deployed on its own, and readers ignore fields that they do not know.'
    assert.deepEqual(await flagsOf(`${lockstep} ${alone}`), [])
    assert.deepEqual(await flagsOf(`${lockstep}\n\n${alone}`), [`no-distributed-monolith: ${lockstep}`])
    const denied = 'None of the services can be deployed on its own.'
    assert.equal((await flagsOf(`${lockstep} ${denied}`)).length, 1)
  })

  it('is not given on what the sentence says is no longer so', async () => {
    assert.deepEqual(await flagsOf(`${lockstep.replace(/\.$/, '')}, which is no longer so.`), [])
  })

  it('is not given on calls that a safeguard protects', async () => {
    const sections = '## Requirements\n\n- 40 orders a second\n\n## Security\n\n- '
    for (const sentence of [
      'All calls use TLS',
      'All calls are authenticated',
      'Every service calls the others over mTLS',
    ])
      assert.deepEqual(await flagsOf(sections + sentence), [], sentence)
    const bare =
      'Every service reads and writes the tables of all other services directly, over a connection that is not encrypted.'
    assert.ok((await flagsOf(bare)).some((flag) => flag.startsWith('no-unbounded-access')))
  })

  it('gives way to a phrase of the vocabulary', async () => {
    const messages = await lint(
      `# System Design: Depot\n\nThe depot runs in the cluster.\n\n${night}\n`,
      undefined,
      'system-design',
    )
    assert.deepEqual(
      messages.filter(({ ruleId }) => ruleId === 'no-big-design-up-front').map(({ reason }) => reason),
      [
        '`All 31 depots move to the new planner in a single night` without phases: you learn whether it works only once everything is built',
      ],
    )
  })

  it('is not given on a question, on the past, on what was rejected, or where no template is followed', async () => {
    const then = `${core.charAt(0).toLowerCase()}${core.slice(1)}`
    assert.deepEqual(await flagsOf(core.replace(/\.$/, '?')), [])
    assert.deepEqual(await flagsOf(`Formerly, ${then}`), [])
    assert.deepEqual(await flagsOf(`Rejected: ${then}`), [])
    assert.deepEqual(await flagsOf(core.replace(/\.$/, ', which was rejected.')), [])
    assert.deepEqual(await flagsOf(core.replace(/\.$/, ', which was built.')), [
      `no-god-component: ${core.replace(/\.$/, ', which was built.')}`,
    ])
    assert.deepEqual(await flagsOf(core, 'design'), [])
  })

  it('is not given on a sentence without a word of the subject', async () => {
    assert.deepEqual(
      await flagsOf('A hosted order service is $900 a month; we do not need it, since the queue costs less.'),
      [],
    )
    assert.deepEqual(
      await flagsOf(
        fleet
          .replace('fourteen services', 'fourteen desks')
          .replace('a repository, a pipeline and a database', 'a lamp, a chair and a phone'),
      ),
      [],
    )
  })
})

describe('the classifier’s second opinion on the checklist', () => {
  const bill = 'The bill comes to roughly nine hundred a month at the provider.'

  it('raises a missing item to partial, with evidence at the sentence', () => {
    const { status, evidence } = review('cost-estimate', '# Depot', '', bill)
    assert.equal(status, 'partial')
    assert.equal(evidence?.start, '# Depot\n\n'.length)
  })

  const disks = 'Disks take up another forty a month of what we pay the provider.'

  it('raises a missing item to no more than partial, however many sentences sound like it', () => {
    assert.equal(review('cost-estimate', '# Depot', '', bill, '', disks, '', `In short: ${bill}`).status, 'partial')
  })

  it('does not change an item that is met or partial already, however many sentences sound like it', () => {
    for (const [status, words] of [
      ['met', '## Costs\n\nServers are $300 a month, storage is $40.'],
      ['partial', 'The costs of the servers are low, since they are small.'],
    ] as const) {
      const before = review('cost-estimate', '# Depot', '', words)
      const after = review('cost-estimate', '# Depot', '', words, '', bill, '', disks)
      assert.equal(before.status, status)
      assert.deepEqual([after.status, after.reason], [status, before.reason])
    }
  })

  it('is not asked in a long document, and ignores a step of a program', () => {
    const long = Array.from({ length: 50 }, (_, index) => `Belt ${index} leads to the lane of its town.`).join('\n\n')
    assert.equal(review('cost-estimate', '# Depot', '', long, '', bill).status, 'missing')
    const step = 'The gate service reads the plate and calls the lane service with it.'
    assert.equal(review('failure-modes', '# Depot', '', step).status, 'missing')
  })
})
