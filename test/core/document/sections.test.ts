import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleKey } from '../../../src/core/document/document.ts'
import { insertionOf, insertMissing, outlineOf } from '../../../src/core/document/sections.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import type { DocumentType } from '../../../src/core/template/documentType.ts'
import { demandingType, guessedType } from '../../../src/core/template/guessedType.ts'
import { loadTemplate, readModel } from '../../util/linting.ts'

const template = (text: string): DocumentType => {
  const { type } = loadTemplate(`---\ndocumentType: t\n---\n${text}`, 't')
  assert.ok(type)
  return type
}
const type = template(
  '# T: ${1:x}\n\n## A\n\n${2:a}\n\n### A1\n\n${3:a1}\n\n## B (optional)\n\nb\n\n## C\n\n${4:c}\n\n## D\n\n\\$5\n',
)
const missing = (text: string) => outlineOf(readModel(text), type).missing.map(({ spec }) => spec.title)
const complete = (text: string) => applyEdits(text, insertMissing(readModel(text), type))

test('titles are compared without case, numbering, emoji and punctuation', () => {
  for (const title of [
    'Data Flow',
    '3. data flow',
    '3.1 Data-Flow',
    '🔄 Data Flow',
    'Data  flow:',
    '**Data Flow**',
    'Data Flow (optional)',
    '3) Data flow',
  ])
    assert.equal(titleKey(title), 'data flow', title)
  assert.equal(titleKey('Risks & Mitigation'), 'risks and mitigation')
  assert.equal(titleKey('10x scale'), '10x scale')
  assert.equal(titleKey('2026 plan'), '2026 plan')
})

test('a template without section marks requires all sections but the optional ones', () => {
  assert.deepEqual(missing('# T: x\n'), ['A', 'C', 'D'])
  assert.deepEqual(missing('# T: x\n\n## A\n'), ['A1', 'C', 'D'])
  assert.deepEqual(missing('# T: x\n\n# 2. C\n\n### D\n\n## a\n\n**A1:** here\n'), [])
})

test('the first of several headings in a document without a title counts as a section', () => {
  assert.deepEqual(missing('## A\n\n### A1\n\n## C\n\n## D\n'), [])
  assert.deepEqual(missing(complete('---\ndocumentType: t\n---\n')), [])
  // A single heading above all others is the title, whatever its text.
  assert.deepEqual(missing('# A\n\n## C\n\n## D\n'), ['A'])
})

test('missing sections are inserted in template order, at the depth of their neighbours', () => {
  assert.equal(
    complete('# T: x\n\n### C\n\ntext\n'),
    '# T: x\n\n### A\n\na\n\n#### A1\n\na1\n\n### C\n\ntext\n\n### D\n\n$5\n',
  )
  assert.equal(complete('# T: x'), '# T: x\n\n## A\n\na\n\n### A1\n\na1\n\n## C\n\nc\n\n## D\n\n$5\n')
  assert.equal(complete(''), '## A\n\na\n\n### A1\n\na1\n\n## C\n\nc\n\n## D\n\n$5\n')
  assert.equal(complete('---\nk: v\n---\n'), '---\nk: v\n---\n\n## A\n\na\n\n### A1\n\na1\n\n## C\n\nc\n\n## D\n\n$5\n')
})

test('a guessed type requires no section, and any chosen ones can be inserted on demand', () => {
  const text = '# T: x\n\n## A\n\na\n\n## C\n\nc\n'
  const all = demandingType(guessedType(type))
  assert.deepEqual(insertMissing(readModel(text), guessedType(type)), [])
  const { missing } = outlineOf(readModel(text), all)
  assert.deepEqual(
    missing.map(({ spec }) => spec.title),
    ['A1', 'B', 'D'],
  )
  const wanted = new Set(missing.flatMap(({ spec }) => (spec.title === 'A1' ? [] : [spec])))
  assert.equal(
    applyEdits(text, insertMissing(readModel(text), all, wanted)),
    '# T: x\n\n## A\n\na\n\n## B (optional)\n\nb\n\n## C\n\nc\n\n## D\n\n$5\n',
  )
})

test('snippets are built to insert sections, not to list missing ones', () => {
  let read = 0
  const sections = type.sections.map((spec) => ({
    ...spec,
    get snippet() {
      read++
      return spec.snippet
    },
  }))
  const watched = { ...type, sections }
  const document = readModel('# T: x\n')
  const { missing } = outlineOf(document, watched)
  assert.deepEqual([missing.length, read], [3, 0])
  const [first] = missing
  assert.ok(first)
  assert.match(insertionOf(document, watched, first).newText, /^\n## A\n\n\$\{2:a\}\n/)
  assert.ok(read > 0)
})

test('inserted sections have the line ends of the document', () => {
  assert.equal(
    complete('# T: x\r\n\r\n## A\r\n\r\n### A1\r\n\r\n## C\r\n'),
    '# T: x\r\n\r\n## A\r\n\r\n### A1\r\n\r\n## C\r\n\r\n## D\r\n\r\n$5\r\n',
  )
})
