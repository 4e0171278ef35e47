import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineBreakOf, withLineBreaksOf } from '../../../src/core/text/lineBreak.ts'

test('the line break of a text is that of most of its lines', () => {
  for (const text of ['', 'a', 'a\nb', 'a\rb', 'a\r\nb\n', 'a\r\nb\nc\n']) assert.equal(lineBreakOf(text), '\n')
  for (const text of ['a\r\n', 'a\nb\r\nc\r\n']) assert.equal(lineBreakOf(text), '\r\n')
})

test('what is inserted gets the line breaks of its text, however it was written', () => {
  assert.equal(withLineBreaksOf('a\r\n', 'b\nc\r\nd\re'), 'b\r\nc\r\nd\r\ne')
  assert.equal(withLineBreaksOf('a\n', 'b\nc\r\nd\re'), 'b\nc\nd\ne')
})
