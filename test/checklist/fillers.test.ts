import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { reviewChecklist } from '../../src/checklist/index.ts'
import { hasChecklist } from '../../src/core/template/hasChecklist.ts'
import { fill, fillingsOf, nonsense } from '../util/filling.ts'
import { readQuickly, templates } from '../util/linting.ts'
import { documentOf } from './review.ts'

/** Fillers that are typed into every place of a template only so that something is there. */
const fillers: Readonly<Record<string, (placeholder: string, index: number) => string>> = {
  'a hand on the keys': () => 'asdf asdf',
  'other keys': (_, index) => ['qwer qwert', 'foo bar', 'blah blah blah'][index % 3] ?? '',
  'sentences that say nothing': nonsense,
}

for (const [name, write] of Object.entries(fillers))
  suite(`a template filled with ${name} meets nothing`, () => {
    for (const template of templates) {
      const { type } = template
      if (!type || !hasChecklist(type)) continue
      test(type.id, () => {
        const items = reviewChecklist(readQuickly(fill(template, fillingsOf(template, write, true))), type)
        assert.deepEqual(
          items.flatMap(({ id, status }) => (status === 'met' ? id : [])),
          [],
        )
      })
    }
  })

const metIn = (...lines: readonly string[]) =>
  reviewChecklist(documentOf(...lines)).flatMap(({ id, status }) => (status === 'met' ? id : []))

suite('the same answer to several questions counts if it has content', () => {
  test('“handled by the gateway” under three labels meets security', () => {
    const answers = ['Authentication', 'Authorization', 'Sessions'].map(
      (label) => `- **${label}:** handled by the gateway`,
    )
    assert.deepEqual(metIn('# Berths', '', '## Security', '', ...answers), ['security'])
  })
  test('“not null” in every row of a table of fields meets data-model', () => {
    const rows = ['boat', 'berth', 'day', 'length'].map((name) => `| ${name} | not null |`)
    assert.deepEqual(metIn('# Berths', '', '| Field | Format |', '|---|---|', ...rows), ['data-model'])
  })
})
