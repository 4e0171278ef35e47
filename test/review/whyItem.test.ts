import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checklistTopics } from '../../src/checklist/checklistTopics.ts'
import { checklistIds } from '../../src/checklist/index.ts'
import { whyItem } from '../../src/review/whyItem.ts'
import { documentOf } from '../checklist/review.ts'

const text = `# Parcels

The scale belongs to the depot.

## Security

Couriers log in with
their **password**; parcels are encrypted.

## References

- Password hashing
`
const document = documentOf(text)

describe('whyItem', () => {
  it('lists the passages about an item, with the meaning of each term in them', () => {
    const { item, evidence, passages } = whyItem(document, undefined, 'security')
    assert.notEqual(item.status, 'missing')
    assert.equal(text.slice(evidence?.start, evidence?.end).includes(evidence?.text ?? '?'), true)
    assert.deepEqual(
      passages.map(({ text }) => text),
      ['Security', 'Couriers log in with their **password**; parcels are encrypted.'],
    )
    const words = passages[1]?.words ?? []
    assert.ok(words.some(({ words, meaning }) => words === 'password' && meaning.length > 10))
    assert.ok(words.some(({ words }) => words === 'encrypted'))
  })

  it('has no evidence and no passages for an item that the document never mentions', () => {
    const { item, evidence, passages } = whyItem(document, undefined, 'cost-estimate')
    assert.equal(item.status, 'missing')
    assert.equal(evidence, undefined)
    assert.deepEqual(passages, [])
  })

  it('says of every item when it is met, each in its own words', () => {
    for (const id of checklistIds) assert.match(whyItem(document, undefined, id).metWhen, /^Met when .{20,140}[^.]\.$/)
    assert.equal(new Set(checklistIds.map((id) => checklistTopics[id].metWhen)).size, checklistIds.length)
    assert.equal(new Set(checklistIds.map((id) => checklistTopics[id].reason)).size, checklistIds.length)
  })
})
