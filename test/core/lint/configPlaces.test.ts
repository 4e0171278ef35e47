import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typeIdPlace } from '../../../src/core/lint/configPlaces.ts'

/** The text of the place at `|`; undefined if no type ID belongs there. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const place = typeIdPlace(text, offset)
  return place && text.slice(place.start, place.end)
}

test('a type ID belongs after a glob in `types`', () => {
  assert.equal(at('{ "types": { "a/*.md": | } }'), '')
  assert.equal(at('{ "types": { "a/*.md": "|" } }'), '""')
  assert.equal(at('{ "types": { "a/*.md": "ad|r" } }'), '"adr"')
  assert.equal(at('{\n  "types": {\n    "a/*.md": "ad|\n  }\n}'), '"ad')
  assert.equal(at('{ "types": { "a/*.md": "adr", "b": |'), '')
})

test('a type ID belongs nowhere else in the config', () => {
  for (const text of [
    '|',
    '{ | }',
    '{ "types": | }',
    '{ "types": { "a|": "adr" } }',
    '{ "rules": { "a": "|" } }',
    '{ "ignore": ["|"] }',
  ])
    assert.equal(at(text), undefined, text)
})
