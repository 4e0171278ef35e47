import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { optionalSections } from '../../../src/core/document/optionalSections.ts'
import { insertionOf, outlineOf } from '../../../src/core/document/sections.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { createLinter } from '../../../src/core/lint/lint.ts'
import { guessedType } from '../../../src/core/template/guessedType.ts'
import sectionOrder from '../../../src/rules/section-order.ts'
import { host, loadTemplate, readModel, resolve } from '../../util/linting.ts'

const template = loadTemplate(
  `---
documentType: memo
---
# Memo: \${1:[Name]}

## Matter
<!--section required-->

\${2:[What it is about]}

## Cost
<!--section offered aliases="Budget"-->

### Per Month

\${3:[Amount]}

## Notes
<!--section-->

\${4:[Anything else]}

## End
<!--section required-->

\${5:[What follows]}$0

## Prior Art
<!--section offered-->

\${6:[Who did it before]}
`,
  'memo',
)
const { type } = template
assert.ok(type)

suite('an offered section', () => {
  test('is part of the type, but not of a new document', () => {
    assert.deepEqual(template.problems, [])
    assert.equal(
      template.snippet.text,
      '# Memo: [Name]\n\n## Matter\n\n[What it is about]\n\n## Notes\n\n[Anything else]\n\n## End\n\n[What follows]\n\n',
    )
    assert.deepEqual(
      type.sections.map(({ title, isRequired }) => [title, isRequired]),
      [
        ['Matter', true],
        ['Cost', false],
        ['Per Month', false],
        ['Notes', false],
        ['End', true],
        ['Prior Art', false],
      ],
    )
  })

  test('is inserted at its place in the template’s order', () => {
    const document = readModel('# Memo: X\n\n## Matter\n\nIt is about x.\n\n## End\n\nNothing follows.\n')
    assert.deepEqual(outlineOf(document, type).missing, [])
    const optional = optionalSections(document, type)
    assert.deepEqual(
      optional.missing.map(({ spec, after }) => [spec.title, after?.title]),
      [
        ['Cost', 'Matter'],
        ['Notes', 'Matter'],
        ['Prior Art', 'End'],
      ],
    )
    const [cost] = optional.missing
    assert.ok(cost)
    assert.equal(
      applyEdits(document.text, [insertionOf(document, optional.type, cost)], resolve),
      '# Memo: X\n\n## Matter\n\nIt is about x.\n\n## Cost\n\n### Per Month\n\n[Amount]\n\n## End\n\nNothing follows.\n',
    )
  })

  test('is not offered where the document has it under an alias', () => {
    const document = readModel('# Memo: X\n\n## Budget\n\nNone.\n')
    const titles = optionalSections(document, type).missing.map(({ spec }) => spec.title)
    assert.deepEqual(titles, ['Per Month', 'Notes', 'Prior Art'])
  })
})

test('every absent section of a guessed type is optional', () => {
  const titles = optionalSections(readModel('# Memo: X\n\n## Notes\n\nx\n'), guessedType(type)).missing.map(
    ({ spec }) => spec.title,
  )
  assert.deepEqual(titles, ['Matter', 'Cost', 'End', 'Prior Art'])
})

test('section-order ignores offered sections, and still reports the others', async () => {
  const text =
    '# Memo: X\n\n## Prior Art\n\nNone that we know.\n\n## Matter\n\nIt is about x.\n\n## End\n\nNothing follows.\n'
  const linter = createLinter({ rules: [sectionOrder], types: [type], host, rethrow: true })
  assert.deepEqual((await linter.lint(readModel(text), '', type.id)).messages, [])
  const turned = text.replace('## Matter', '## M').replace('## End', '## Matter').replace('## M\n', '## End\n')
  assert.equal((await linter.lint(readModel(turned), '', type.id)).messages.length, 1)
})
