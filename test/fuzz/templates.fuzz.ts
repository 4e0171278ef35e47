import assert from 'node:assert/strict'
import fc from 'fast-check'
import { insertMissing, outlineOf } from '../../src/core/document/sections.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { deriveTemplate } from '../../src/core/template/derive.ts'
import { insertFragment } from '../../src/core/template/insertPlace.ts'
import { fillTitle, nameDocument } from '../../src/core/template/naming.ts'
import { escapeSnippet, parseSnippet } from '../../src/core/template/snippet.ts'
import { parseTemplate } from '../../src/core/template/template.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { templateTexts } from '../../src/generated/templates.ts'
import { readModel, resolve, templates } from '../util/linting.ts'
import { anyEdit, anyText, document, edited, joined, oddity, openDocument } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertEdits, assertRange, lintAll } from './linter.ts'

const marks = fc.constantFrom(
  ...[
    '$',
    '${',
    '${1',
    '${1:',
    '${2|a,b|}',
    '${2|',
    '|}',
    '}',
    '$0',
    '$1',
    '\\',
    '\\$',
    '${AUTHOR:[Name]}',
    '${TM_FILENAME_BASE}',
  ],
  ...[
    '${1:a ${2:b}}',
    '<!--section required-->',
    '<!--section aliases="',
    '<!--section diagram x-->',
    '(Optional)',
    '{a | b}',
  ],
  ...[
    '[NEEDS CLARIFICATION: x]',
    '<<[UNRESOLVED a]>>',
    'Status: Draft | In-Review | C++',
    'High/Medium/Low',
    '*(mandatory)*',
  ],
)
const snippet = joined(fc.oneof({ weight: 3, arbitrary: marks }, anyText, document), 8)

/** Our template files with some changes, and anything else that a team might use as a template. */
const templateText = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...templateTexts.map(({ text }) => text.slice(0, 3_000))),
      fc.array(
        fc.oneof(
          anyEdit,
          fc.tuple(anyEdit, marks).map(([edit, insert]) => ({ ...edit, insert })),
        ),
        { maxLength: 5 },
      ),
    )
    .map(([text, edits]) => edits.reduce(edited, text)),
  snippet,
  document,
)

holds('any text is a snippet, and its tab stops lie inside', 200, snippet, (source) => {
  const { text, tabStops, problems, sourceOffset } = parseSnippet(source, resolve)
  for (const { offset, placeholder } of tabStops)
    assertRange({ start: offset, end: offset + placeholder.length }, text, placeholder)
  for (const problem of problems) assertRange(problem, source, problem.reason)
  let before = 0
  for (let offset = 0; offset <= text.length; offset++) {
    const at = sourceOffset(offset)
    assert.ok(before <= at && at <= source.length, `${offset} comes from ${at}, the one before from ${before}`)
    before = at
  }
})

holds('what is escaped for a snippet stays as it is', 300, fc.oneof(anyText, snippet), (text) => {
  const { text: shown, tabStops } = parseSnippet(escapeSnippet(text))
  assert.equal(shown, text)
  assert.deepEqual(tabStops, [])
})

const file = fc.record({ text: templateText, isOfTeam: fc.boolean() })

holds('any file is a template, and what comes of it can be linted', 25, file, async ({ text, isOfTeam }) => {
  const { problems, type, snippet, document } = parseTemplate(text, 'rfc', syntaxes, { resolve, isOfTeam })
  for (const problem of problems) assertRange(problem, text, problem.reason)
  for (const { offset, placeholder } of type?.tabStops ?? [])
    assertRange({ start: offset, end: offset + placeholder.length }, document.text, placeholder)
  await lintAll(readModel(snippet.text))
})

const shipped = new Map(templates.flatMap(({ id, type }) => (type ? [[id, type]] : [])))
const insertion = fc.record({ text: openDocument, typeId: fc.constantFrom(...shipped.keys()) })

holds('sections that are missing can be added, and then they are there', 25, insertion, ({ text, typeId }) => {
  const type = shipped.get(typeId)
  assert.ok(type)
  const model = readModel(text)
  // Inside unclosed code or HTML, an inserted heading would not be one.
  fc.pre(readModel(`${text}\n\n## More\n`).sections.length > model.sections.length)
  const edits = insertMissing(model, type)
  assertEdits(edits, text, typeId)
  for (const { start, end } of edits) assert.equal(text.slice(start, end).trim(), '', `${typeId}: words are lost`)
  const after = readModel(applyEdits(text, edits, resolve))
  assert.deepEqual(
    outlineOf(after, type).missing.map(({ spec }) => spec.title),
    [],
  )
})

const fragments = new Map(templates.flatMap(({ id, type, snippet }) => (type ? [] : [[id, snippet.source]])))
const piece = fc.record({ text: openDocument, at: fc.nat(1_000_000), fragment: fc.constantFrom(...fragments.keys()) })

holds('a fragment can be put anywhere, and no word is lost', 50, piece, ({ text, at, fragment }) => {
  const edit = insertFragment(
    readModel(text),
    Math.floor((text.length * at) / 1_000_000),
    fragments.get(fragment) ?? '',
  )
  assertRange(edit, text, fragment)
  assert.equal(text.slice(edit.start, edit.end).trim(), '')
})

holds('a template made of a document is one that can be read', 30, document, (text) => {
  const made = deriveTemplate(readModel(text), { id: 'rfc', title: 'A "title"', prefix: 'rfc' })
  const { id, title, problems, type } = parseTemplate(made, 'other', syntaxes, { isOfTeam: true })
  assert.equal(title, 'A "title"')
  assert.equal(id, 'rfc')
  // Section comments that the document already has are the author's, mistakes included.
  if (type && !text.includes('<!--section')) assert.deepEqual(problems, [])
})

const named = fc.record({
  title: fc.oneof(anyText, oddity, fc.constantFrom('CON', 'con.md', '../../x', 'a\\b', 'nul', 'COM1', '..')),
  taken: fc.array(fc.oneof(anyText, fc.constantFrom('0007-x.md', 'adr-12.md', 'x.md')), { maxLength: 4 }),
  isNumbered: fc.boolean(),
  typeId: fc.constantFrom(...shipped.keys()),
})

holds('any title makes the name of a file, and stands in the document', 150, named, (input) => {
  const { name, number } = nameDocument(input.title, input.taken, input.isNumbered)
  assert.match(name, /^[\p{L}\p{M}\p{N}\p{Pc}. -]+\.md$/u)
  assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)\.|^\./i)
  assert.ok(!input.taken.some((other) => other.toLowerCase() === name.toLowerCase()), `${name} is taken`)
  const template = templates.find(({ type }) => type?.id === input.typeId)
  const { text } = parseSnippet(fillTitle(template?.snippet.source ?? '', input.title, number), resolve)
  if (template?.type?.titlePrefix) assert.ok(text.includes(input.title))
})
