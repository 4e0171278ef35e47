import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printable } from '../../../src/core/text/printable.ts'

test('control characters become blanks', () => {
  assert.equal(printable('a\x1b[2J\r\nb\x9bc\u2028d\x7f'), 'a [2J b c d ')
})

test('invisible and bidirectional characters are shown by their code points', () => {
  assert.equal(printable('txt.\u202Eexe\u202C'), 'txt.\\u202Eexe\\u202C')
  assert.equal(printable('a\u2066b\u2069\u200e\u061c'), 'a\\u2066b\\u2069\\u200E\\u061C')
  assert.equal(printable('pay\u200bment\u00ad\ufeff\u2060'), 'pay\\u200Bment\\u00AD\\uFEFF\\u2060')
  assert.equal(printable('a\u{E0041}\ufff9'), 'a\\u{E0041}\\uFFF9')
})

test('words of all scripts and emoji stay unchanged', () => {
  for (const text of ['می\u200cخواهم', 'क्\u200dष', 'עברית', '👩\u200d💻', '❤\ufe0f', 'naïve – “quoted” 漢字', 'a b'])
    assert.equal(printable(text), text)
})
