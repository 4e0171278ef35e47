import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { TypeGlobs } from '../../../src/core/template/detect.ts'
import { isNearlyOne, isTeamFile, settledTypeOf, typeOf } from '../../../src/core/template/typeOf.ts'
import { loadTemplate, readModel, templates, types } from '../../util/linting.ts'

const typed = (id: string, lines = '') => {
  const { type } = loadTemplate(`---\ndocumentType: ${id}\n${lines}---\n# Note: \${1:x}\n\n## A\n`, id)
  assert.ok(type)
  return type
}

test('settledTypeOf is undefined for a guessed type, unless it is a decision or requires no section', () => {
  const settled = (id: string, path: string) => {
    const { snippet } = templates.find((template) => template.id === id) ?? {}
    return settledTypeOf({ types }, readModel(snippet?.text ?? ''), path)
  }
  assert.equal(settled('rfc', 'docs/rfcs/a.md'), undefined)
  assert.equal(settled('system-design', 'docs/a.md'), 'system-design', 'its title line names it')
  assert.equal(settled('design', 'docs/design/a.md'), 'design', 'it demands nothing')
  assert.equal(settled('adr-nygard', 'docs/adr/0001-a.md'), 'adr-nygard', 'a record is known by its folder')
})

test('isTeamFile accepts files in .design-docs, and the team’s templates elsewhere', () => {
  const known = { types: [...types, { ...typed('note'), path: 'templates/note.md' }] }
  for (const path of ['.design-docs/config.json', '.design-docs/templates/part.md', 'templates/note.md'])
    assert.equal(isTeamFile(known, path), true, path)
  for (const path of ['docs/.design-docs/a.md', 'templates/other.md', '.design-docs.md'])
    assert.equal(isTeamFile(known, path), false, path)
})

test('`none` in front matter or in the config means that a file is not a design document', () => {
  const decision = '# ADR-0001: Keep it\n\n## Status\n\nAccepted\n\n## Decision\n\nWe keep it.\n'
  const path = 'docs/adr/0001-keep-it.md'
  const typed = (text: string, globs?: TypeGlobs) =>
    typeOf({ types, config: { ...(globs && { types: globs }) } }, readModel(text), path)?.id
  assert.ok(typed(decision))
  assert.equal(typed(`---\ndocumentType: none\n---\n${decision}`), undefined)
  assert.equal(typed(`+++\ndocumentType = "none"\n+++\n${decision}`), undefined)
  assert.equal(typed(decision, [[['docs/adr/*.md'], 'none']]), undefined)
  assert.equal(typed(`---\ndocumentType: nine\n---\n${decision}`), 'nine', 'a mistake is one')
})

suite('a text that resembles a design', () => {
  const prose =
    'The harbour master gives each ferry a lane, and the lane is free again when the ferry has left. '.repeat(10)
  const text = `# Berths\n\n## Lanes\n\n${prose}\n\n## Usage\n\nSee there.\n`
  const isNearly = (file: string, globs?: TypeGlobs, ignore?: readonly string[], body = text) => {
    const known = { types, config: { ...(globs && { types: globs }), ...(ignore && { ignore }) } }
    assert.equal(typeOf(known, readModel(body), file), undefined, `${file} has no type`)
    return isNearlyOne(known, readModel(body), file)
  }

  test('is asked about in a folder for designs', () => {
    assert.equal(isNearly('docs/design/berths.md'), true)
    assert.equal(isNearly('docs/berths.md'), false)
  })

  test('is asked about elsewhere if its text says more, except in guides and READMEs', () => {
    const goals = `# Berths\n\n## Goals\n\n${prose.repeat(2)}\n\n## Risks\n\nNone.\n`
    assert.equal(isNearly('berths.md', undefined, undefined, goals), true)
    for (const file of ['docs/guides/berths.md', 'README.md', 'INSTALL.md'])
      assert.equal(isNearly(file, undefined, undefined, goals), false, file)
  })

  test('is never a README, a changelog or a template', () => {
    for (const file of ['README.md', 'docs/design/README.md', 'docs/design/CHANGELOG.md', 'docs/design/template.md'])
      assert.equal(isNearly(file), false, file)
  })

  test('is not asked about once front matter or the config says what it is', () => {
    const file = 'docs/design/berths.md'
    assert.equal(isNearly(file, [[['docs/adr/*.md'], 'adr']], ['docs/adr/*.md']), true)
    assert.equal(isNearly(file, [[['docs/design/*.md'], 'none']]), false)
    assert.equal(isNearly(file, undefined, ['docs/design/*.md']), false)
    assert.equal(isNearly(file, undefined, undefined, `---\ndocumentType: none\n---\n${text}`), false)
  })
})
