import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { DocumentType } from '../../../src/core/template/documentType.ts'
import { groupTypes } from '../../../src/core/template/order.ts'
import { templates } from '../../util/linting.ts'

const shipped = templates.flatMap(({ type }) => type ?? [])
const show = (types: readonly DocumentType[], used: readonly string[] = []) =>
  groupTypes(types, (type) => type, used).map(({ headline, members }) => ({
    headline,
    ids: members.map(({ id }) => id),
  }))

suite('types in the order in which people look for them', () => {
  test('designs come before records of decisions, and none is lost', () => {
    const [designs, decisions, ...more] = show(shipped)
    assert.equal(designs?.headline, 'designs')
    assert.deepEqual(designs.ids.slice(0, 3), ['system-design', 'design', 'rfc'])
    assert.equal(decisions?.headline, 'decisions')
    assert.deepEqual(decisions.ids.toSorted(), ['adr', 'adr-madr', 'adr-nygard'])
    assert.deepEqual(more, [])
    assert.equal(designs.ids.length + decisions.ids.length, shipped.length)
  })

  test('what is used comes first, the commonest before the others', () => {
    const [used, designs] = show(shipped, ['adr-nygard', 'rfc'])
    assert.deepEqual(used, { headline: 'used in this repository', ids: ['adr-nygard', 'rfc'] })
    assert.ok(designs && !designs.ids.includes('rfc'))
  })

  test('the templates of the team come before those that ship', () => {
    const own = shipped.filter(({ id }) => id === 'rfc').map((type) => ({ ...type, path: 'rfcs/template.md' }))
    const [team, designs] = show([...shipped.filter(({ id }) => id !== 'rfc'), ...own])
    assert.deepEqual(team, { headline: 'templates of this repository', ids: ['rfc'] })
    assert.equal(designs?.headline, 'designs')
  })
})
