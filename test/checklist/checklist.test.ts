import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checklistMeasure } from '../../build/accuracy/checklist.ts'
import { readLabelled } from '../../build/accuracy/corpus.ts'
import { figures, score } from '../../build/accuracy/measure.ts'
import { redFlagMeasure } from '../../build/accuracy/redFlags.ts'
import { checklistIds, reviewChecklist } from '../../src/checklist/index.ts'
import { documentOf, fence, review } from './review.ts'

test('reviewChecklist returns the eleven items in their fixed order', () => {
  assert.deepEqual(
    reviewChecklist(documentOf('# A')).map(({ id }) => id),
    checklistIds,
  )
  assert.equal(checklistIds.length, 11)
})

test('an empty document misses every item, each with a reason and no evidence', () => {
  for (const item of reviewChecklist(documentOf(''))) {
    assert.equal(item.status, 'missing', item.id)
    assert.equal(item.evidence, undefined)
    assert.match(item.reason ?? '', /\.$/)
  }
})

test('evidence spans the matched phrase or heading, with LF and CRLF line ends', () => {
  for (const eol of ['\n', '\r\n']) {
    const text = ['# Ä 😀', '', 'See [it](https://example.org/a). We expect $400 a month.', ''].join(eol)
    const [item] = reviewChecklist(documentOf(text)).filter(({ id }) => id === 'cost-estimate')
    assert.ok(item?.evidence)
    assert.ok(text.slice(item.evidence.start, item.evidence.end).includes('$400'))
  }
  const heading = review(
    'monitoring',
    'A',
    '=',
    '',
    'Monitoring',
    '----------',
    '',
    'We alert when the queue grows, and export metrics for each of its parts.',
  )
  assert.equal(heading.status, 'met')
  assert.deepEqual(heading.evidence, { start: 5, end: 26 })
})

test('a Security section that says only "None" does not meet the item', () => {
  assert.notEqual(review('security', '# A', '', '## Security', '', 'None.').status, 'met')
})

/** So long that anything slower than linear exceeds the time limit of the test. */
const hostile: Readonly<Record<string, string>> = {
  'one line of a megabyte': 'scaling to 5 ms retry if it fails '.repeat(30_000),
  'one word of a megabyte': 'a'.repeat(1_000_000),
  'open brackets': '[]('.repeat(20_000),
  'many addresses': 'https://'.repeat(50_000),
  'deep quotes': `${'> '.repeat(200)}x`,
  'deep list': Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
  'a fence without an end': `\`\`\`mermaid\ngraph ${'A-->'.repeat(100_000)}`,
  'brackets in code': fence('go', 'f(a b,'.repeat(50_000)),
  'blank lines in a diagram': fence('plantuml', '\n'.repeat(20_000)),
  'one heading after the other': '# Scaling\n## Cost\n'.repeat(5_000),
  idioms: 'logged in '.repeat(30_000),
  'no letters': '\u0000\ud800\u200b$5^—¥'.repeat(20_000),
  money: '$5 '.repeat(50_000),
}

for (const [name, text] of Object.entries(hostile)) {
  test(`reviews hostile text in linear time, with evidence in range: ${name}`, () => {
    for (const { evidence } of reviewChecklist(documentOf(text)))
      assert.ok(!evidence || (evidence.start >= 0 && evidence.start < evidence.end && evidence.end <= text.length))
  })
}

/** Read only once: red flags and checklist use the same judges, whose results are cached on the documents. */
let labelled: ReturnType<typeof readLabelled> | undefined

for (const { title, compare, positive, reached } of [checklistMeasure, redFlagMeasure]) {
  test(`accuracy on the labelled documents does not drop: ${title}`, async (context) => {
    labelled ??= readLabelled()
    const documents = await labelled
    if (!documents) return context.skip('there are no labelled documents in ../shared/corpus')
    const today = score(await compare(documents), positive)
    for (const figure of figures) {
      const least = reached[figure] ?? 0
      assert.ok(today[figure] >= least, `${figure} of ${positive} is ${today[figure].toFixed(3)}, expected ${least}`)
    }
  })
}
