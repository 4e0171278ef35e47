import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demandingType, guessedType } from '../../../src/core/template/guessedType.ts'
import { templateIn } from '../../../src/core/template/inLanguage.ts'
import { parseSnippet } from '../../../src/core/template/snippet.ts'
import { fromSummary, summarise } from '../../../src/core/template/summary.ts'
import { parseTemplate, type Template } from '../../../src/core/template/template.ts'
import { typeOf } from '../../../src/core/template/typeOf.ts'
import type { TemplateWords } from '../../../src/core/template/words.ts'
import { typeSummaries } from '../../../src/generated/summaries.ts'
import { templateTexts } from '../../../src/generated/templates.ts'
import { readQuickly } from '../../util/linting.ts'

const whole = templateTexts
  .filter(({ group }) => group === undefined)
  .map(({ name, text }) => ({ name, template: parseTemplate(text, name, []) }))

test('every shipped document type has a summary that matches its template', () => {
  assert.deepEqual(
    Object.keys(typeSummaries),
    whole.map(({ name }) => name),
  )
  for (const { name, template } of whole)
    assert.deepEqual(typeSummaries[name], JSON.parse(JSON.stringify(summarise(template))))
})

test('a template built from its summary equals the template', () => {
  for (const { name, template } of whole) {
    const summary = typeSummaries[name]
    assert.ok(summary)
    const { type, ...rest } = { ...fromSummary(summary, () => inSteps(template)) }
    const { type: ownType, ...own } = template
    assert.deepEqual(rest, own)
    assert.ok(type && ownType)
    const { ahead, ...plainType } = type
    assert.ok(ahead)
    assert.deepEqual(
      { ...plainType, sections: type.sections.map(plain) },
      { ...ownType, sections: ownType.sections.map(plain) },
    )
  }
})

/** The first document type from its summary, and how often its template has been read, which takes two steps. */
function counted() {
  const [first] = whole
  assert.ok(first?.template.type)
  const reads = { count: 0 }
  const read = function* () {
    reads.count++
    return yield* inSteps(first.template)
  }
  const template = fromSummary(summarise(first.template), read, () => translation)
  assert.ok(template.type?.ahead)
  return { reads, template, type: template.type, ahead: template.type.ahead, own: first.template.type }
}

const translation: TemplateWords = {
  snippet: parseSnippet('# Entscheidung\n'),
  document: readQuickly('# Entscheidung\n'),
  offered: () => undefined,
}

function* inSteps(template: Template): Generator<void, Template> {
  yield
  yield
  return template
}

test('the template behind a summary is read once, when the summary lacks an answer', () => {
  const { reads, type, own } = counted()
  assert.ok(type.sections.every(({ keys }) => keys.length > 0))
  assert.equal(reads.count, 0)
  assert.equal(type.document, own.document)
  assert.equal(type.sections[0]?.tabStops, own.sections[0]?.tabStops)
  assert.equal(reads.count, 1)
})

test('the template behind a summary can be read ahead in steps, and is not read again', () => {
  const { reads, type, ahead, own } = counted()
  assert.equal([...ahead()].length, 2)
  assert.equal(type.document, own.document)
  assert.equal([...ahead()].length, 0)
  assert.equal(reads.count, 1)
})

test('whoever needs the template while it is read ahead continues the same reading', () => {
  const { reads, type, ahead, own } = counted()
  const [first, second] = [ahead(), ahead()]
  first.next()
  second.next()
  assert.equal(type.document, own.document)
  assert.deepEqual([first.next().done, second.next().done], [true, true])
  assert.equal(reads.count, 1)
})

test('a template that could not be read is read anew', () => {
  const [summary] = Object.values(typeSummaries)
  assert.ok(summary && whole[0])
  const outcomes = [new Error('no memory'), whole[0].template]
  const { type } = fromSummary(summary, function* () {
    yield
    const outcome = outcomes.shift()
    if (!outcome || outcome instanceof Error) throw outcome
    return outcome
  })
  assert.throws(() => type?.document, /no memory/)
  assert.equal(type?.document, whole[0].template.document)
})

test('a variant of a template with a summary, or of its type, does not read the template', () => {
  const { reads, template, type, own } = counted()
  assert.equal(templateIn(template, 'de').snippet, translation.snippet)
  for (const variant of [guessedType(type), demandingType(type)])
    assert.equal(variant.sections.length, type.sections.length)
  assert.equal(reads.count, 0)
  assert.equal(guessedType(type).sections[0]?.snippet, own.sections[0]?.snippet)
  assert.equal(demandingType(type).document, own.document)
  assert.equal(reads.count, 1)
})

test('the type of a document is recognised without reading a template', () => {
  const types = whole.map(({ template }) =>
    fromSummary(summarise(template), function* () {
      yield
      assert.fail(`The template ${template.id} was read`)
    }),
  )
  const workspace = { types: types.flatMap(({ type }) => type ?? []), config: {} }
  const ids = whole.map(({ template }) => {
    const document = readQuickly(template.document.text.replace(/^documentType: .*\n/m, ''))
    return typeOf(workspace, document, 'docs/document.md')?.id
  })
  assert.ok(ids.filter((id) => id !== undefined).length > 15, `${ids}`)
})

/** A section as plain data: getters become properties, and the parent section is reduced to its title. */
const plain = <T extends { readonly parent?: { readonly title: string } }>(section: T) => ({
  ...section,
  parent: section.parent?.title,
})
