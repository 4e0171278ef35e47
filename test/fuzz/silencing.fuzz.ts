import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readSilence } from '../../src/core/document/comments.ts'
import { disableFixes } from '../../src/core/lint/disable.ts'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { categories } from '../../src/core/lint/rule.ts'
import { rules } from '../../src/generated/rules.ts'
import { readModel } from '../util/linting.ts'
import { treeShape } from '../util/treeShape.ts'
import { anyText, document, silencing } from './arbitraries.ts'
import { holds } from './check.ts'
import { assertFix, assertRange } from './linter.ts'

const text = fc
  .tuple(fc.array(fc.oneof(document, silencing, anyText), { maxLength: 4 }), fc.constantFrom('\n\n', '\n', ' ', '\r\n'))
  .map(([parts, between]) => parts.join(between))
const at = fc.nat(1_000_000)
const rule = fc.record({
  id: fc.oneof(fc.constantFrom(...rules.map(({ id }) => id)), anyText),
  category: fc.constantFrom(...categories),
})

holds('any comment silences something or nothing', 60, fc.record({ text, at, rule }), ({ text, at, rule }) => {
  const silence = readSilence(readModel(text))
  const start = Math.floor((text.length * at) / 1_000_000)
  const isSilent = silence.silences(rule, { start, end: start })
  assert.equal(silence.silences(rule, { start, end: start }), isSilent)
  if (isSilent) assert.ok(silence.comments.some((comment) => silence.isUsed(comment)))
  for (const comment of silence.comments) {
    assertRange(comment, text, comment.verb)
    for (const name of comment.names) {
      assertRange(name, text, name.name)
      assert.equal(text.slice(name.start, name.end).replaceAll('\0', '\ufffd'), name.name)
    }
  }
})

const id = 'some-rule'

holds(
  'wherever a rule is silenced by a fix, it is silent there, and nothing else changes',
  30,
  fc.record({ text, at }),
  (input) => {
    const { text, at } = input
    const offset = Math.floor((text.length * at) / 1_000_000)
    // Nothing is reported at white space, and a byte order mark is removed before a text gets here.
    fc.pre(/\S/.test(text.charAt(offset)) && !text.startsWith('\ufeff'))
    for (const fix of disableFixes(readModel(text), id, offset)) {
      assertFix(fix, text, fix.title)
      const fixed = applyEdits(text, fix.edits)
      const moved =
        offset + fix.edits.reduce((sum, { start, newText }) => sum + (start <= offset ? newText.length : 0), 0)
      const { silences } = readSilence(readModel(fixed))
      const place = { start: moved, end: moved }
      assert.ok(silences({ id, category: 'structure' }, place), `${fix.title}: ${JSON.stringify(fixed)}`)
      assert.deepEqual(treeShape(fixed, id), treeShape(text, id), `${fix.title}: ${JSON.stringify(fixed)}`)
    }
  },
)
