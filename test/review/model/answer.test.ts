import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readAnswer } from '../../../src/review/model/answer.ts'
import { longestText, mostFindings, questionOf } from '../../../src/review/model/question.ts'

const question = questionOf(new Map([['unclear-scaling', 'Require it']]), { isDecision: false, isInParts: false })

const unclear = { kind: 'unclear', quote: 'soon', message: 'When?' }

const answerWith = (...findings: readonly unknown[]) => readAnswer(JSON.stringify({ findings }), question)

suite('the answer of a model', () => {
  const json = JSON.stringify({ findings: [{ ...unclear, quote: 'a fence: ``` in a line' }] }, null, 2)
  for (const [how, answer] of [
    ['alone', json],
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['in a fence without a language, between words', `Here:\r\n\r\n\`\`\`\r\n${json}\r\n\`\`\`\r\nThat is {all}.`],
    ['in a fence that nobody closed', `\`\`\`JSON\n${json}`],
    ['between words', `I found this: ${json}\nGood luck.`],
  ] as const)
    test(`is read if it is ${how}`, () => {
      assert.deepEqual(readAnswer(answer, question)?.findings, [{ ...unclear, quote: 'a fence: ``` in a line' }])
    })

  for (const answer of [
    '',
    'I cannot help with that.',
    '{"findings":[{"kind":"uncl',
    '{"findings":"none"}',
    '[]',
    'null',
    '{}',
    '{"findings":[}',
    '{'.repeat(100_000) + '}'.repeat(100_000),
  ])
    test(`is rejected: ${JSON.stringify(answer.slice(0, 30))}`, () => {
      assert.equal(readAnswer(answer, question), undefined)
    })

  test('may have no findings', () => {
    assert.deepEqual(answerWith(), { findings: [], unread: 0 })
  })

  test('keeps the fields that belong to each kind of finding', () => {
    const findings = [
      { kind: 'checklist', about: 'scaling', quote: 'a', message: 'b' },
      { kind: 'red-flag', about: 'unclear-scaling', quote: 'a', message: 'b' },
      { kind: 'contradiction', quote: 'a', other: 'c', message: 'b' },
      { kind: 'unclear', about: null, other: null, quote: 'a', message: 'b' },
    ]
    const { about: _about, other: _other, ...last } = findings[3] ?? {}
    assert.deepEqual(answerWith(...findings), { findings: [...findings.slice(0, 3), last], unread: 0 })
  })

  for (const entry of [
    { kind: 'praise', quote: 'a', message: 'b' },
    { kind: 'unclear', quote: 'a' },
    { kind: 'unclear', quote: '  ', message: 'b' },
    { kind: 'unclear', quote: 7, message: 'b' },
    { kind: 'unclear', quote: '\ud800', message: 'b' },
    { kind: 'unclear', quote: 'a', message: 'b', command: 'workbench.action.quit' },
    { kind: 'unclear', quote: 'a', message: 'b'.repeat(longestText + 1) },
    { kind: 'unclear', about: 'scaling', quote: 'a', message: 'b' },
    { kind: 'unclear', quote: 'a', other: 'c', message: 'b' },
    { kind: 'contradiction', quote: 'a', message: 'b' },
    { kind: 'checklist', quote: 'a', message: 'b' },
    { kind: 'checklist', about: 'unclear-scaling', quote: 'a', message: 'b' },
    { kind: 'red-flag', about: 'constructor', quote: 'a', message: 'b' },
    'soon',
    null,
    [unclear],
  ])
    test(`is read without the invalid finding ${JSON.stringify(entry).slice(0, 80)}`, () => {
      assert.deepEqual(answerWith(entry, unclear), { findings: [unclear], unread: 1 })
    })

  test('is read without checklist findings if none were asked for', () => {
    const ofDecision = questionOf(new Map(), { isDecision: true, isInParts: false })
    const answer = JSON.stringify({ findings: [{ kind: 'checklist', about: 'scaling', quote: 'a', message: 'b' }] })
    assert.deepEqual(readAnswer(answer, ofDecision), { findings: [], unread: 1 })
  })

  test('is cut to the requested number of findings', () => {
    const answer = answerWith(...Array.from({ length: mostFindings + 3 }, () => unclear))
    assert.equal(answer?.findings.length, mostFindings)
    assert.equal(answer?.unread, 3)
  })
})
