import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineEnd, lineStart, linesWithBreaks, withoutBreak } from '../../../src/core/text/lineBounds.ts'
import { rangeOfLine } from '../../../src/core/text/sourceLines.ts'

test('a line ends at LF, CRLF, CR or the end of the text', () => {
  const text = 'a\r\nbc\rd\n\ne'
  const lines = Array.from(text, (_, at) => text.slice(lineStart(text, at), lineEnd(text, at)))
  assert.deepEqual(lines, ['a', 'a', '', 'bc', 'bc', 'bc', 'd', 'd', '', 'e'])
  assert.deepEqual([lineStart(text, text.length), lineEnd(text, text.length)], [9, 10])
})

test('the lines of a text keep their breaks, of any kind', () => {
  const lines = ['a\r\n', 'bc\r', 'd\n', '\n', 'e']
  assert.deepEqual(linesWithBreaks(lines.join('')), lines)
  assert.deepEqual(lines.map(withoutBreak), ['a', 'bc', 'd', '', 'e'])
  assert.deepEqual(linesWithBreaks('a\n'), ['a\n'])
  assert.deepEqual(linesWithBreaks(''), [''])
})

test('a line of a source has its number whatever the breaks are, and no space around it', () => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const source = ['', ' a b ', '  ', 'c', ''].join(lineBreak)
    const wordsAt = (line?: number) => {
      const { start, end } = rangeOfLine(source, line)
      return source.slice(start, end)
    }
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, undefined].map(wordsAt), ['', '', 'a b', '', 'c', '', '', 'a b'])
    assert.equal(rangeOfLine(source, 6).start, source.length)
  }
  assert.deepEqual([rangeOfLine(''), rangeOfLine('', 3), rangeOfLine('\n ')], Array(3).fill({ start: 0, end: 0 }))
})
