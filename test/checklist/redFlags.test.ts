import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { rules } from '../../src/generated/rules.ts'
import { lint } from '../util/linting.ts'

const redFlags = rules.filter(({ category }) => category === 'red-flag')
const flagsOf = async (text: string, only = redFlags) =>
  (await lint(text, only, 'system-design')).map(({ ruleId }) => ruleId)

/** A design in which a reviewer misses nothing, with the given sentence added. */
const design = (sentence: string) => `# System Design: Shop

Customers order in the browser. The shop runs on three servers behind a load balancer, and writes orders to the database.
Requests have an access token, which the servers check; passwords are encrypted. When the database is unavailable, the
server retries, and then rejects the order with an error. It exposes metrics, and an alert goes out when orders fail.

${sentence}
`

suite('red flags', () => {
  test('stay silent on a small design that covers what reviewers ask for', async () => {
    assert.deepEqual(await flagsOf(design('The shop is run by the shop team.')), [])
  })

  for (const [flag, said, denied] of [
    [
      'no-distributed-monolith',
      'All services share a single database.',
      'The services do not share a single database.',
    ],
    ['no-unbounded-access', 'Any code can call any other code.', 'No service can call any other service directly.'],
    ['no-god-component', 'The core service does everything.', 'No service does everything.'],
    ['no-big-design-up-front', 'This is a big bang.', 'We avoid a big bang.'],
    ['no-resume-driven-technology', 'We use Kafka because it is trendy.', 'We use Kafka because the team runs it.'],
    ['no-premature-microservices', 'We build microservices for 100 users.', 'We need no microservices for 100 users.'],
    ['missing-team-fit', 'Nobody in the team has experience with Kafka.', 'The team has run Kafka for years.'],
  ] as const) {
    test(`${flag} is raised by the claim and not by its denial`, async () => {
      const only = redFlags.filter(({ id }) => id === flag)
      assert.deepEqual(await flagsOf(design(said), only), [flag])
      assert.deepEqual(await flagsOf(design(denied), only), [])
    })
  }

  test('give way to the checklist rule where the section exists but is weak', async () => {
    const bare = design('').replace(/ It exposes.*\n/, '\n')
    const both = rules.filter(({ id }) => id === 'missing-monitoring' || id === 'monitoring-plan')
    assert.deepEqual(await flagsOf(bare, both), ['missing-monitoring'])
    const weak = `${bare}\n## Monitoring\n\nThe shop is to be watched with the greatest of care.\n`
    assert.deepEqual(await flagsOf(weak, both), ['monitoring-plan'])
  })

  test('finish on hostile texts, with ranges inside them', async () => {
    for (const text of [
      'any service '.repeat(5_000),
      'services share one one one one '.repeat(2_000),
      'handles, '.repeat(10_000),
      'service handles a, and b, '.repeat(3_000),
      `team of ${'1 '.repeat(20_000)}`,
      '\ud800 9'.repeat(10_000),
    ])
      for (const { start, end } of await lint(`# X\n\n${text}`, redFlags, 'system-design'))
        assert.ok(start >= 0 && start <= end && end <= text.length + 5)
  })
})
