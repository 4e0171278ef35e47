import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { followChanges, type TextChange } from '../../../src/review/model/follow.ts'
import type { PlacedFinding } from '../../../src/review/model/modelFinding.ts'

const text = 'One two three four five.'

const at = (words: string): PlacedFinding['passage'] => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, text: words }
}

const finding: PlacedFinding = { code: 'unclear', message: 'Why?', passage: at('three') }

const change = (rangeOffset: number, rangeLength: number, inserted: string): TextChange => ({
  rangeOffset,
  rangeLength,
  text: inserted,
})

const startAfter = (...changes: readonly TextChange[]) => followChanges([finding], changes)[0]?.passage.start

suite("a model's finding", () => {
  const { start, end } = finding.passage

  test('moves with edits before it, and stays if the edits are behind it', () => {
    assert.equal(startAfter(change(0, 0, 'Zero ')), start + 5)
    assert.equal(startAfter(change(0, 4, '')), start - 4)
    assert.equal(startAfter(change(start, 0, '**')), start + 2)
    assert.equal(startAfter(change(20, 1, 'x'), change(0, 1, '')), start - 1)
    const findings = [finding]
    assert.equal(followChanges(findings, [change(end, 4, 'behind')]), findings)
  })

  test('is dropped when its passage is edited', () => {
    assert.equal(startAfter(change(start + 1, 0, 'x')), undefined)
    assert.equal(startAfter(change(start - 1, 2, '')), undefined)
    assert.equal(startAfter(change(end - 1, 5, '')), undefined)
    assert.equal(startAfter(change(0, text.length, '')), undefined)
  })

  test('is kept when its words are inserted again as part of a larger replacement', () => {
    assert.equal(startAfter(change(0, text.length, `Now ${text}`)), start + 4)
  })

  test('is dropped when the passage that it contradicts is edited', () => {
    const contradiction = { ...finding, other: at('five') }
    assert.equal(followChanges([contradiction], [change(text.length - 2, 1, '')]).length, 0)
    assert.deepEqual(followChanges([contradiction], [change(14, 0, 'x')]), [
      { ...contradiction, other: { start: 20, end: 24, text: 'five' } },
    ])
  })

  test('is still at its words after any edits, or is dropped', () => {
    const anyChange = fc.record({
      rangeOffset: fc.nat(text.length),
      rangeLength: fc.nat(6),
      text: fc.string({ maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 5 }), (changes) => {
        let now = text
        const applied = changes.map(({ rangeOffset, rangeLength, ...rest }) => {
          const offset = Math.min(rangeOffset, now.length)
          const length = Math.min(rangeLength, now.length - offset)
          now = now.slice(0, offset) + rest.text + now.slice(offset + length)
          return { rangeOffset: offset, rangeLength: length, ...rest }
        })
        for (const { passage } of followChanges([finding], applied))
          assert.equal(now.slice(passage.start, passage.end), 'three')
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
