import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromSummary, summarise } from '../../../src/core/template/summary.ts'
import { parseTemplate } from '../../../src/core/template/template.ts'
import { typeSummaries } from '../../../src/generated/summaries.ts'
import { templateTexts } from '../../../src/generated/templates.ts'

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
    const { type, ...rest } = { ...fromSummary(summary, () => template) }
    const { type: ownType, ...own } = template
    assert.deepEqual(rest, own)
    assert.ok(type && ownType)
    assert.deepEqual(
      { ...type, sections: type.sections.map(plain) },
      { ...ownType, sections: ownType.sections.map(plain) },
    )
  }
})

test('the template behind a summary is read once, when the summary lacks an answer', () => {
  const [first] = whole
  assert.ok(first)
  let reads = 0
  const { id, type } = fromSummary(summarise(first.template), () => {
    reads++
    return first.template
  })
  assert.ok(type && id === type.id && type.sections.every(({ keys }) => keys.length > 0))
  assert.equal(reads, 0)
  assert.equal(type.document, first.template.document)
  assert.equal(type.sections[0]?.tabStops, first.template.type?.sections[0]?.tabStops)
  assert.equal(reads, 1)
})

/** A section as plain data: getters become properties, and the parent section is reduced to its title. */
const plain = <T extends { readonly parent?: { readonly title: string } }>(section: T) => ({
  ...section,
  parent: section.parent?.title,
})
