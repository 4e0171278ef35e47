import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTeamFile, settledTypeOf } from '../../../src/core/template/typeOf.ts'
import { loadTemplate, readModel, templates, types } from '../../util/linting.ts'

const typed = (id: string, lines = '') => {
  const { type } = loadTemplate(`---\ndocumentType: ${id}\n${lines}---\n# Note: \${1:x}\n\n## A\n`, id)
  assert.ok(type)
  return type
}

test('a new document names a type that demands sections and is only guessed', () => {
  const settled = (id: string, path: string) => {
    const { snippet } = templates.find((template) => template.id === id) ?? {}
    return settledTypeOf({ types }, readModel(snippet?.text ?? ''), path)
  }
  assert.equal(settled('rfc', 'docs/rfcs/a.md'), undefined)
  assert.equal(settled('system-design', 'docs/a.md'), 'system-design', 'its title line names it')
  assert.equal(settled('design', 'docs/design/a.md'), 'design', 'it demands nothing')
  assert.equal(settled('adr-nygard', 'docs/adr/0001-a.md'), 'adr-nygard', 'a record is known by its folder')
})

test('a file of the team is what lies in its folder, and a template that lies elsewhere', () => {
  const known = { types: [...types, { ...typed('note'), path: 'templates/note.md' }] }
  for (const path of ['.design-docs/config.json', '.design-docs/templates/part.md', 'templates/note.md'])
    assert.equal(isTeamFile(known, path), true, path)
  for (const path of ['docs/.design-docs/a.md', 'templates/other.md', '.design-docs.md'])
    assert.equal(isTeamFile(known, path), false, path)
})
