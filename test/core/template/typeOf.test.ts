import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTeamFile } from '../../../src/core/template/typeOf.ts'
import { loadTemplate, types } from '../../util/linting.ts'

const typed = (id: string, lines = '') => {
  const { type } = loadTemplate(`---\ndocumentType: ${id}\n${lines}---\n# Note: \${1:x}\n\n## A\n`, id)
  assert.ok(type)
  return type
}

test('a file of the team is what lies in its folder, and a template that lies elsewhere', () => {
  const known = { types: [...types, { ...typed('note'), path: 'templates/note.md' }] }
  for (const path of ['.design-docs/config.json', '.design-docs/templates/part.md', 'templates/note.md'])
    assert.equal(isTeamFile(known, path), true, path)
  for (const path of ['docs/.design-docs/a.md', 'templates/other.md', '.design-docs.md'])
    assert.equal(isTeamFile(known, path), false, path)
})
