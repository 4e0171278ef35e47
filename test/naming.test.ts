import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillTitle, hasNumber, nameDocument, titleHint, withoutNumber } from '../src/core/template/naming.ts'
import { withoutGuidance } from '../src/extension/guidance.ts'

const nameOf = (title: string, taken: readonly string[] = [], isNumbered = false) =>
  nameDocument(title, taken, isNumbered).name

test('a file is named after its title', () => {
  assert.equal(nameOf('Payment Gateway'), 'payment-gateway.md')
  assert.equal(nameOf('Shop & warehouse: v2.0 (draft)?'), 'shop-warehouse-v20-draft.md')
  assert.equal(nameOf('../../etc/passwd'), 'etcpasswd.md')
  assert.equal(nameOf('Größe der Lager'), 'größe-der-lager.md')
  assert.equal(nameOf('???'), 'document.md')
  assert.ok(nameOf('word '.repeat(100)).length <= 83)
})

test('no file is named like a Windows device, and a name ends in a whole character', () => {
  for (const title of ['con', 'PRN', 'Aux.', ' nul ', 'COM1', 'com¹', 'lpt9', 'LPT³!'])
    assert.match(nameOf(title), /^document-\S+\.md$/, title)
  assert.equal(nameOf('con'), 'document-con.md')
  assert.equal(nameOf('NUL', ['DOCUMENT-NUL.md']), 'document-nul-2.md')
  assert.deepEqual(nameDocument('Con', [], true), { name: '0001-con.md', number: '0001' })
  assert.equal(nameDocument('', ['com1.md'], true).name, 'document-com2.md')
  for (const title of ['Console', 'com', 'com10', 'null']) assert.equal(nameOf(title), `${title.toLowerCase()}.md`)
  assert.equal(nameOf(`${'a'.repeat(79)}𝕏`), `${'a'.repeat(79)}.md`)
})

test('a taken name gets the next free suffix, whatever its case', () => {
  assert.equal(nameOf('Shop', ['shop.md']), 'shop-2.md')
  assert.equal(nameOf('Shop', ['SHOP.md', 'shop-2.md']), 'shop-3.md')
})

test('a numbered document gets the next number, in the form of its neighbours', () => {
  assert.deepEqual(nameDocument('Keep it', [], true), { name: '0001-keep-it.md', number: '0001' })
  assert.deepEqual(nameDocument('Keep it', ['0001-a.md', '0009-b.md', 'README.md'], true), {
    name: '0010-keep-it.md',
    number: '0010',
  })
  assert.deepEqual(nameDocument('Keep it', ['ADR-007-a.md'], true), { name: 'ADR-008-keep-it.md', number: '008' })
  assert.deepEqual(nameDocument('Keep it', ['2026-01-05-minutes.md'], true), {
    name: '0001-keep-it.md',
    number: '0001',
  })
})

test('title and number fill the title line and all repeats of their tab stops', () => {
  const template = '# ADR-${1:NNN}: ${2:[Short title]}\n\n${3:Text} of $2, \\$2 and ${1}\n'
  assert.equal(hasNumber(template), true)
  assert.equal(titleHint(template), 'Short title')
  assert.equal(
    fillTitle(template, 'Pay $5 {now}', '0007'),
    '# ADR-0007: Pay \\$5 {now\\}\n\n${3:Text} of Pay \\$5 {now\\}, \\$2 and 0007\n',
  )
  assert.equal(fillTitle('# Fixed title\n\n${1:Text}\n', 'Other', undefined), '# Fixed title\n\n${1:Text}\n')
  assert.equal(hasNumber('# System Design: ${1:[Name]}\n'), false)
  assert.equal(titleHint('+++\n# by us\na = 1\n+++\n# Ours: ${1:[Name]}\n'), 'Name')
})

test('withoutNumber removes the number from a title line', () => {
  assert.equal(withoutNumber('# ADR-${1:NNN}: ${2:[Short title]}\n\n$2\n'), '# ${2:[Short title]}\n\n$2\n')
  assert.equal(withoutNumber('# ${1:NNN}. ${2:[Short title]}\n'), '# ${2:[Short title]}\n')
  assert.equal(withoutNumber('# ${1:[Short title]}\n'), '# ${1:[Short title]}\n')
})

test('withoutGuidance removes guidance, but no code and no linter comments', () => {
  const template =
    '# T\n\n## A\n<!-- What is it?\nSay it. -->\n\n${1:text}\n\n<!-- design-docs-disable x -->\n\n```html\n<!-- kept -->\n```\n'
  assert.equal(
    withoutGuidance(template),
    '# T\n\n## A\n\n${1:text}\n\n<!-- design-docs-disable x -->\n\n```html\n<!-- kept -->\n```\n',
  )
})
