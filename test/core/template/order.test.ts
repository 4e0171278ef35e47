import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { DocumentType } from '../../../src/core/template/documentType.ts'
import { groupFragments, groupTypes } from '../../../src/core/template/order.ts'
import { templates } from '../../util/linting.ts'

const shipped = templates.flatMap(({ type }) => type ?? [])
const show = (types: readonly DocumentType[], used: readonly string[] = []) =>
  groupTypes(types, (type) => type, used).map(({ headline, members }) => ({
    headline,
    ids: members.map(({ id }) => id),
  }))

suite('types in the order of the picker', () => {
  test('are grouped by purpose, and none is lost', () => {
    assert.deepEqual(
      show(shipped).map(({ headline, ids }) => `${headline}: ${ids.join(', ')}`),
      [
        'designs of a system: system-design, design, rfc, arc42, architecture-design, c4-design, c4-lean, design-doc',
        'short designs and designs of a part: api-design, component-design, design-summary',
        'decisions: adr, adr-madr, adr-nygard',
        'ideas and plans: one-pager, migration-plan',
        'operation and security: post-mortem, runbook, threat-model',
      ],
    )
  })

  test('start with those in use, the most common first', () => {
    const [used, designs] = show(shipped, ['adr-nygard', 'rfc'])
    assert.deepEqual(used, { headline: 'used in this repository', ids: ['adr-nygard', 'rfc'] })
    assert.ok(designs && !designs.ids.includes('rfc'))
  })

  test('have the team’s templates before those that ship', () => {
    const own = shipped.filter(({ id }) => id === 'rfc').map((type) => ({ ...type, path: 'rfcs/template.md' }))
    const [team, designs] = show([...shipped.filter(({ id }) => id !== 'rfc'), ...own])
    assert.deepEqual(team, { headline: 'templates of this repository', ids: ['rfc'] })
    assert.equal(designs?.headline, 'designs of a system')
  })
})

suite('fragments in the order of the picker', () => {
  test('begin with the team’s own', () => {
    const fragments = [{ group: 'diagrams/mermaid' }, { group: 'sections' }, { id: 'ours' }, { group: 'principles' }]
    assert.deepEqual(
      groupFragments(fragments).map(([group]) => group),
      ['', 'sections', 'diagrams/mermaid', 'principles'],
    )
  })
})
