import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outlineOf } from '../../../src/core/document/sections.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { insertFragment, isInCode } from '../../../src/core/template/insertPlace.ts'
import { readModel, types } from '../../util/linting.ts'

/** Inserts a fragment at the `|`. */
function insert(marked: string, fragment: string, typeId?: string): string {
  const offset = marked.indexOf('|')
  const document = readModel(marked.slice(0, offset) + marked.slice(offset + 1))
  const type = types.find(({ id }) => id === typeId)
  return applyEdits(document.text, [
    insertFragment(document, offset, fragment, type && outlineOf(document, type).found),
  ])
}

test('a fragment becomes a block of its own, with a blank line on either side', () => {
  assert.equal(insert('|', 'x'), 'x\n')
  assert.equal(insert('# T\n|', 'x'), '# T\n\nx\n')
  assert.equal(insert('# T|\ntext', 'x'), '# T\n\nx\n\ntext')
  assert.equal(insert('a\n\n\n|\n\n\nb', 'x'), 'a\n\nx\n\nb')
  assert.equal(insert('a wo|rd\nmore\n\nb', 'x'), 'a word\nmore\n\nx\n\nb')
  assert.equal(insert('a\n\n|b\n', 'x'), 'a\n\nx\n\nb\n')
  assert.equal(insert('a\r\n|\r\nb\r\n', 'x\ny'), 'a\r\n\r\nx\r\ny\r\n\r\nb\r\n')
  assert.equal(insert('a\n|\n    code\n', 'x'), 'a\n\nx\n\n    code\n')
})

test('a fragment is never inserted into code, a table, a list, a comment or front matter', () => {
  assert.equal(insert('---\nk|: v\n---\n\n# T\n', 'x'), '---\nk: v\n---\n\nx\n\n# T\n')
  assert.equal(insert('|---\nk: v\n---\n', 'x'), '---\nk: v\n---\n\nx\n')
  assert.equal(insert('```js\na|\n```\nb\n', 'x'), '```js\na\n```\n\nx\n\nb\n')
  assert.equal(insert('<!-- a\n|\n-->\nb\n', 'x'), '<!-- a\n\n-->\n\nx\n\nb\n')
  assert.equal(insert('- a\n|\n- b\n', 'x'), '- a\n\n- b\n\nx\n')
  const table = ' a ¦ b\n---¦---\n 1 ¦ 2'.replaceAll('¦', '\u0000')
  const document = readModel(table.replaceAll('\u0000', '|'))
  const edit = insertFragment(document, document.text.indexOf('1'), 'x')
  assert.equal(applyEdits(document.text, [edit]), `${document.text}\n\nx\n`)
})

test('a fragment goes before a fence or a comment that is never closed', () => {
  assert.equal(insert('a\n\n```js\nb|\n', 'x'), 'a\n\nx\n\n```js\nb\n')
  assert.equal(insert('a\n\n<!-- b|\nc', 'x'), 'a\n\nx\n\n<!-- b\nc')
})

test('the headings of a fragment get the depth that its place requires', () => {
  const section = '## New\n\n### Part\n'
  assert.equal(insert('# T\n\n## A\n\na\n|', section), '# T\n\n## A\n\na\n\n## New\n\n### Part\n')
  assert.match(insert('# T\n\n## A\n|\na\n', section), /\n### New\n\n#### Part\n/)
  assert.match(insert('# T\n\n## A\n|\n### A1\n', section), /\n### New\n/)
  assert.match(insert('## T\n\n### A\n\na\n|', section), /\n### New\n/)
  assert.match(insert('# T\n|', '### Part'), /\n## Part\n/)
  assert.match(insert('# T\n\n## A\n|', '### Part'), /\n### Part\n/)
  assert.match(insert('# T\n\n## A\n\n### Sibling\n\nb\n|', '### Part'), /\n### Part\n/)
})

test('a part is inserted into the section that the type knows, not beside it', () => {
  const text = '# System Design: x\n\n## Overview\n\n### Failure Modes\n|'
  assert.match(insert(text, '### Part', 'system-design'), /\n#### Part\n/)
  assert.match(insert(text, '### Part'), /\n### Part\n/)
})

test('a fragment drops its heading in a section of the same name', () => {
  const risks = '## Failure Modes\n<!-- g -->\n\n- ${1:a}\n\n### More\n'
  assert.equal(
    insert('# System Design: x\n\n## Failure modes\n|', risks, 'system-design'),
    '# System Design: x\n\n## Failure modes\n\n<!-- g -->\n\n- a\n\n### More\n',
  )
})

test('isInCode is true in code, comments and front matter', () => {
  const text = '---\nk: v\n---\n\na\n\n```js\nb\n```\n\n<!-- c -->\n\nd\n'
  for (const [char, expected] of [
    ['k', true],
    ['a\n', false],
    ['b', true],
    ['c', true],
    ['d', false],
  ] as const)
    assert.equal(isInCode(readModel(text), text.lastIndexOf(char) + 1), expected, char)
})
