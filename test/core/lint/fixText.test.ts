import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { fixText, type Linted } from '../../../src/core/lint/fixText.ts'
import type { TextEdit } from '../../../src/core/text/textEdit.ts'

/** The result of linting a text in which each of these edits is the safe fix of a problem. */
const linted = (text: string, edits: readonly TextEdit[]): Linted => ({
  text,
  messages: edits.map((edit) => ({
    start: edit.start,
    end: edit.end,
    reason: 'Unexpected',
    fixes: [{ title: 'Fix', edits: [edit], isSafe: true }],
    ruleId: 'x',
    category: 'structure',
    severity: 'warning',
    source: 'design-docs',
    url: '',
  })),
})

test('fixText stops after 10 rounds of fixes that undo each other', async () => {
  let lints = 0
  const { fixed } = await fixText('a', async (text) => {
    lints++
    return linted(text, [{ start: 0, end: 1, newText: text === 'a' ? 'b' : 'a' }])
  })
  assert.deepEqual([fixed, lints], [10, 11])
})

test('fixText returns the edits of all its rounds as edits of the text it was given', async () => {
  const text = 'one\r\ntwo\r\nthree\r\n'
  const words = [
    ['two', 'zwei\nzwo'],
    ['one', ''],
    ['zwo', '2'],
    ['three', 'drei'],
  ] as const
  const result = await fixText(text, async (now) => {
    const next = words.find(([from]) => now.includes(from))
    const start = next ? now.indexOf(next[0]) : 0
    return linted(now, next ? [{ start, end: start + next[0].length, newText: next[1] }] : [])
  })
  assert.equal(result.linted.text, '\r\nzwei\r\n2\r\ndrei\r\n')
  assert.equal(applyEdits(text, result.edits), result.linted.text)
  assert.deepEqual(result.edits, [
    { start: 0, end: 3, newText: '' },
    { start: 5, end: 8, newText: 'zwei\r\n2' },
    { start: 10, end: 15, newText: 'drei' },
  ])
  assert.equal(result.fixed, 4)
})
