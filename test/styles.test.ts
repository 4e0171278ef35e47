import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type ChecklistId, checklistIds, reviewChecklist } from '../src/checklist/index.ts'
import { hasChecklist, isDesignType } from '../src/core/template/hasChecklist.ts'
import { rules } from '../src/generated/rules.ts'
import { authors, outlines, write } from './util/authors.ts'
import { lintDocument, once, readQuickly, show, templates } from './util/linting.ts'

/** The findings that a good document may have, and why. */
const fair: Readonly<Record<string, string>> = {
  'diagram-alt-text': 'A hint with a fix: no section of a template asks for a text for screen readers.',
}

/** The checklist items that the template of a type does not ask for, so that no author has covered them. */
const unasked: Readonly<Record<string, readonly ChecklistId[]>> = {
  'architecture-design': ['scaling'],
  'component-design': ['requirements', 'components', 'data-flow', 'cost-estimate', 'security'],
  'design-summary': ['data-model', 'api-contracts', 'security'],
}

test('each type of design and decision has an outline, and there are ten authors', () => {
  const types = templates.flatMap(({ type }) => (type ? [type] : []))
  const written = types.filter((type) => outlines.has(type.id) || isDesignType(type))
  assert.deepEqual([...outlines.keys()].sort(), written.map(({ id }) => id).sort())
  assert.equal(authors.size, 10)
})

for (const [type, outline] of outlines)
  suite(type, () => {
    for (const [style, pieces] of authors) {
      const text = write(outline, pieces)
      const document = once(() => readQuickly(text))

      test(`by ${style} has no findings`, async () => {
        const messages = await lintDocument(document(), rules, type)
        assert.deepEqual(
          messages
            .filter(({ ruleId, severity }) => !(severity === 'hint' && ruleId in fair))
            .map((message) => `${message.ruleId} ${show(text, message)}`),
          [],
        )
      })

      const own = templates.find(({ id }) => id === type)?.type
      if (!hasChecklist(own)) continue
      test(`by ${style} meets each checklist item that the template asks for`, () => {
        const asked = checklistIds.filter((id) => !unasked[type]?.includes(id))
        const items = reviewChecklist(document(), own)
        assert.deepEqual(
          items
            .filter(({ id, status }) => asked.includes(id) && status !== 'met')
            .map(({ id, status }) => [id, status]),
          [],
        )
      })
    }
  })
