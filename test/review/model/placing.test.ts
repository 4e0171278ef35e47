import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { ModelFinding } from '../../../src/review/model/modelFinding.ts'
import { placeFindings, replaceFindings } from '../../../src/review/model/placing.ts'
import { createQuotations } from '../../../src/review/model/quotations.ts'

const found = (text: string, quote: string, from = 0) => {
  const range = createQuotations(text).find(quote, from)
  return range && text.slice(range.start, range.end)
}

suite('a quotation', () => {
  for (const [how, text, quote, expected] of [
    ['is found word for word', 'It answers soon, mostly.', 'answers soon,', 'answers soon,'],
    [
      'may be wrapped elsewhere',
      'It answers\r\n  soon enough.',
      ' answers soon\nenough. ',
      'answers\r\n  soon enough.',
    ],
    ['has the marks of Markdown', 'It **answers** soon.', 'It answers soon.', undefined],
    ['is in the case that was written', 'It answers soon.', 'it answers soon.', undefined],
    ['is no other word', 'It answers soon.', 'It answers late.', undefined],
    ['does not begin or end within a word', 'We concatenate cats.', 'cat', undefined],
    ['stands elsewhere as a word of its own', 'We concatenate a cat.', 'cat', 'cat'],
    ['may end anywhere in a script without blanks', '本系统应快速响应用户。', '应快速响应', '应快速响应'],
    ['has letters or digits', 'So -- and so.', '--', undefined],
    ['is no empty text', 'So and so.', ' ', undefined],
    ['may begin in what seemed to be one', 'aab aab aac.', 'aab aac', 'aab aac'],
  ] as const)
    test(how, () => {
      assert.equal(found(text, quote), expected)
    })

  test('is searched for in the part that was shown, then in the rest of the text', () => {
    const find = (from: number) => createQuotations('a cat, a cat').find('a cat', from)?.start
    assert.deepEqual([find(0), find(3), find(8)], [0, 7, 0])
  })

  test('is found at its first whole-word occurrence, however repetitive the text is', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ','), maxLength: 30 })
    fc.assert(
      fc.property(letters, letters, letters, (before, quote, behind) => {
        const text = before + quote + behind
        const isInside = (i: number) => /^[ab]{2}$/.test(text.slice(Math.max(0, i - 1), i + 1))
        const expected = Array.from(text, (_, i) => i).find(
          (i) => text.startsWith(quote, i) && !isInside(i) && !isInside(i + quote.length),
        )
        assert.equal(createQuotations(text).find(quote)?.start, /[ab]/.test(quote) ? expected : undefined)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

suite("a model's findings", () => {
  const text = '# Berths\n\nIt answers soon.\nIt never answers.\n'
  const unclear: ModelFinding = { kind: 'unclear', quote: 'It answers soon.', message: 'When?' }

  test('are placed at their quotations, and those with an invented quotation are only counted', () => {
    const contradiction = { ...unclear, kind: 'contradiction', other: 'It never answers.' } as const
    const { findings, invented } = placeFindings(text, [
      {
        start: 0,
        findings: [contradiction, { ...unclear, quote: 'It is fast.' }, { ...contradiction, other: 'It is fast.' }],
      },
    ])
    assert.deepEqual(findings, [
      {
        code: 'contradiction',
        message: 'When?',
        passage: { start: 10, end: 26, text: 'It answers soon.' },
        other: { start: 27, end: 44, text: 'It never answers.' },
      },
    ])
    assert.equal(invented, 2)
  })

  test('are in the order of the text and without duplicates, with `about` or else the kind as code', () => {
    const { findings } = placeFindings(text, [
      { start: 0, findings: [{ ...unclear, quote: 'It never answers.' }, unclear] },
      { start: 5, findings: [{ ...unclear, kind: 'checklist', about: 'scaling', quote: 'Berths' }, unclear] },
    ])
    assert.deepEqual(
      findings.map(({ code, passage }) => [code, passage.text]),
      [
        ['scaling', 'Berths'],
        ['unclear', 'It answers soon.'],
        ['unclear', 'It never answers.'],
      ],
    )
  })

  test('have messages without working links, images or invisible characters', () => {
    const message =
      'Run [this](command:workbench.action.quit) or <vscode://x.y>, ![](https://a.example/?q=1)\n\n[a]: file:///etc \u202edne; at 10:30 :: std::move'
    const { findings } = placeFindings(text, [{ start: 0, findings: [{ ...unclear, message }] }])
    assert.equal(
      findings[0]?.message,
      'Run [this] (command: workbench.action.quit) or <vscode: //x.y>, ![] (https: //a.example/?q=1) [a]: file: ///etc \\u202Edne; at 10:30 :: std::move',
    )
  })

  test('have their messages shortened to 200 characters', () => {
    const { findings } = placeFindings(text, [{ start: 0, findings: [{ ...unclear, message: '😀'.repeat(400) }] }])
    assert.match(findings[0]?.message ?? '', /^(?:😀){199}…$/u)
  })

  test('are placed again after the file changed while closed, and dropped if their quotation is gone', () => {
    const { findings } = placeFindings(text, [
      { start: 0, findings: [unclear, { ...unclear, quote: 'It never answers.' }] },
    ])
    assert.deepEqual(replaceFindings(text, findings), findings)
    const moved = replaceFindings(`New.\n${text.replace('never', 'always')}`, findings)
    assert.deepEqual(moved, [{ ...findings[0], passage: { start: 15, end: 31, text: 'It answers soon.' } }])
  })
})
