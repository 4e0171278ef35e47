import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { checklistIds, reviewChecklist } from '../../src/checklist/index.ts'
import { createLinter } from '../../src/core/lint/lint.ts'
import type { DocumentType } from '../../src/core/template/documentType.ts'
import { hasChecklist } from '../../src/core/template/hasChecklist.ts'
import { rules } from '../../src/generated/rules.ts'
import { headlineOf, reviewDocument, summaryOf } from '../../src/review/documentReview.ts'
import { host, loadTemplate, readModel } from '../util/linting.ts'

/** A type whose template declares in its front matter which checklist items it is measured by. */
function typeWith(declaration: string): DocumentType {
  const { type } = loadTemplate(
    `---\ndocumentType: memo\n${declaration}\n---\n# Memo: \${1:[Name]}\n\n- **Status:** \${2|Draft,Approved|}\n\n## Security\n<!--section required-->\n`,
    'memo',
  )
  assert.ok(type)
  return type
}

const text = `# Memo: X

- **Status:** Approved

## Security

Nobody has thought about who may read it or change it so far.

## Architecture

Orders Service is a single server that takes the orders of all shops; when it is down, nobody can order anything. It keeps
them in one database, and a job sends them to the warehouse every night, which has been enough for the forty shops of today.
`

const reviewAs = async (type: DocumentType) => {
  const document = readModel(text)
  const { messages } = await createLinter({ rules, types: [type], host, rethrow: true }).lint(document, '', type.id)
  return { review: reviewDocument(document, type, messages), categories: messages.map(({ category }) => category) }
}

suite('the checklist items that a type is measured by', () => {
  test('without a `checklist` declaration, all eleven items apply, and red flags are reported', async () => {
    const type = typeWith('covers: system')
    assert.deepEqual(
      reviewChecklist(readModel(text), type).map(({ id }) => id),
      checklistIds,
    )
    const { review, categories } = await reviewAs(type)
    assert.match(summaryOf(review), /^\d+\/11 · \d+ red flag/)
    assert.ok(categories.includes('red-flag'))
  })

  test('`checklist: false` means no items, no gaps, no red flags, and the status in place of a score', async () => {
    const type = typeWith('covers: system\nchecklist: false')
    assert.equal(hasChecklist(type), false)
    assert.deepEqual(reviewChecklist(readModel(text), type), [])
    const { review, categories } = await reviewAs(type)
    assert.equal(summaryOf(review), 'Approved')
    assert.match(headlineOf(review), /· Approved · /)
    assert.deepEqual(
      categories.filter((category) => category === 'red-flag' || category === 'checklist'),
      [],
    )
    assert.ok(!review.groups.some(({ id }) => id === 'checklist'))
  })

  test('a list selects items, kept in checklist order; unknown IDs are ignored', async () => {
    const type = typeWith('checklist: [security, requirements, no-such-item]')
    assert.deepEqual(
      reviewChecklist(readModel(text), type).map(({ id }) => id),
      ['requirements', 'security'],
    )
    assert.equal(summaryOf((await reviewAs(type)).review), '0/2')
  })
})
