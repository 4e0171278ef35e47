import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { composeEdits } from '../../../src/core/text/composeEdits.ts'
import type { TextEdit } from '../../../src/core/text/textEdit.ts'

const text = 'abcdef'

/** All lists of up to two edits of a text, in order and without overlaps, that write nothing or two letters. */
function* editsOf(length: number, letters: string): Iterable<readonly TextEdit[]> {
  yield []
  for (let start = 0; start <= length; start++)
    for (let end = start; end <= length; end++)
      for (const newText of ['', letters]) {
        yield [{ start, end, newText }]
        for (let other = end; other <= length; other++)
          yield [
            { start, end, newText },
            { start: other, end: Math.min(other + 1, length), newText: letters },
          ]
      }
}

test('the composed edits do what the first and then the second ones do, in order and without overlaps', () => {
  for (const first of editsOf(text.length, 'xy')) {
    const between = applyEdits(text, first)
    for (const second of editsOf(between.length, 'z')) {
      const both = composeEdits(first, second)
      const wanted = applyEdits(between, second)
      if (applyEdits(text, both) !== wanted)
        assert.equal(applyEdits(text, both), wanted, JSON.stringify({ first, second, both }))
      if (both.some(({ start }, at) => start < (both[at - 1]?.end ?? 0)))
        assert.fail(JSON.stringify({ first, second, both }))
    }
  }
})

test('what no edit touches stays out of the composed ones', () => {
  const both = composeEdits([{ start: 1, end: 2, newText: 'B' }], [{ start: 4, end: 5, newText: '' }])
  assert.deepEqual(both, [
    { start: 1, end: 2, newText: 'B' },
    { start: 4, end: 5, newText: '' },
  ])
})
