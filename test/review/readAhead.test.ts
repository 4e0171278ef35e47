import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reviewChecklist } from '../../src/checklist/index.ts'
import { readAhead } from '../../src/review/readAhead.ts'
import { readModel, types } from '../util/linting.ts'

const text = '# System Design: Shop\n\n## Security\n\nOnly the team may log in.\n\n## Monitoring\n\nNone yet.\n'
const typeOf = (id: string) => {
  const type = types.find((each) => each.id === id)
  assert.ok(type)
  return type
}

test('a design is read in one step per slice and judged in one per item, with the same result as at once', () => {
  const type = typeOf('system-design')
  const document = readModel(text)
  const { length } = document.slices
  assert.equal([...readAhead(document, type)].length, length + 1 + 11)
  assert.deepEqual(reviewChecklist(document, type), reviewChecklist(readModel(text), type))
})

test('a decision is read in one step per slice, and not judged', () => {
  const document = readModel(text)
  assert.equal([...readAhead(document, typeOf('adr'))].length, document.slices.length)
})
