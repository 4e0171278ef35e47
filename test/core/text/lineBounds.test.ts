import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineEnd, lineStart } from '../../../src/core/text/lineBounds.ts'

test('a line ends at LF, CRLF, CR or the end of the text', () => {
  const text = 'a\r\nbc\rd\n\ne'
  const lines = Array.from(text, (_, at) => text.slice(lineStart(text, at), lineEnd(text, at)))
  assert.deepEqual(lines, ['a', 'a', '', 'bc', 'bc', 'bc', 'd', 'd', '', 'e'])
  assert.deepEqual([lineStart(text, text.length), lineEnd(text, text.length)], [9, 10])
})
