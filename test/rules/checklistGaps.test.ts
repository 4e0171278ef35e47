import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { lint, resolve } from '../util/linting.ts'

/** The design of a running service, in none of the templates' words. */
const ferry = `# Ferry lanes

## Why

Riders wait an hour for a lane in summer. The lane service, two instances in Go on Kubernetes, gives each car a lane when it
passes the gate, and keeps the lanes in PostgreSQL. The gate service calls it over HTTP.

## How a car gets a lane

1. The gate service reads the plate and calls the lane service with it.
2. The lane service looks for the shortest lane, and stores the plate with its number in PostgreSQL.
3. The gate service shows the number on the board, within two seconds.

## Security

Each gate proves who it is with a client certificate; only gates may ask for lanes, which the lane service checks. Plates are
encrypted on disk and deleted after a day.
`

const path = 'docs/design/lanes.md'

const said = async (text: string, typeId?: string) =>
  (await lint(text, undefined, typeId, path)).filter(({ severity }) => severity !== 'hint')

suite('what a free-form design does not cover', () => {
  test('is listed in one message at the title, without messages on missing sections', async () => {
    const messages = await said(ferry)
    const [gaps, ...more] = messages.filter(({ start }) => start === 0)
    assert.equal(gaps?.ruleId, 'checklist-gaps')
    assert.equal(gaps?.severity, 'information')
    assert.match(gaps?.reason ?? '', /\bAPI contracts\b.*\bfailure modes\b/)
    assert.doesNotMatch(gaps?.reason ?? '', /\bsecurity\b|\bdata flow\b/)
    assert.deepEqual(more, [])
    const rules = messages.map(({ ruleId }) => ruleId)
    assert.ok(!rules.some((rule) => /^missing-|^required-|^unclear-/.test(rule)), rules.join(', '))
  })

  test('is reported the same when the free form is named explicitly', async () => {
    assert.deepEqual(await said(ferry, 'design'), await said(ferry))
  })

  test('is reported by required-section instead when a template is named', async () => {
    const rules = (await said(ferry, 'system-design')).map(({ ruleId }) => ruleId)
    assert.ok(rules.includes('required-section'))
    assert.ok(!rules.includes('checklist-gaps'))
  })

  test('has one fix per missing section, and no longer lists a section that was added', async () => {
    const [gaps] = await said(ferry)
    const names = gaps?.reason.replace('Not covered yet: ', '').split(/, | and /) ?? []
    assert.equal(gaps?.fixes?.length, names.length)
    for (const { edits } of gaps?.fixes ?? []) {
      const added = applyEdits(ferry, edits, resolve)
      assert.ok(added.length > ferry.length && added.includes('## Security\n'))
      assert.doesNotMatch(added, /\n\n\n/)
    }
    const [failures] = gaps?.fixes?.filter(({ title }) => title === 'Add section "Failure Modes"') ?? []
    assert.ok(failures)
    const [less] = await said(applyEdits(ferry, failures.edits, resolve))
    assert.doesNotMatch(less?.reason ?? '', /failure modes/)
  })

  test('does not include a section that says too little, which security-considered reports once', async () => {
    const thin = ferry.replace(
      /## Security\n[\s\S]*/,
      '## Security\n\nThe lane service is as safe as the harbour asks for, and we take care.\n',
    )
    const messages = await said(thin)
    assert.doesNotMatch(messages[0]?.reason ?? '', /\bsecurity\b/)
    assert.equal(messages.filter(({ ruleId }) => ruleId === 'security-considered').length, 1)
  })
})

test('reports no gaps in a design that has barely begun or in a decision record', async () => {
  assert.deepEqual(await said('# Ferry lanes\n\nSoon.\n', 'design'), [])
  const rules = await lint(ferry, undefined, 'adr-nygard', path)
  assert.ok(!rules.some(({ ruleId }) => ruleId === 'checklist-gaps'))
})
