import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits } from '../../src/core/lint/edits.ts'
import { lint } from '../util/linting.ts'

/** The texts that `open-questions` reports in a design with a sentence among its components. */
async function leftOpenIn(sentence: string, questions = ''): Promise<readonly string[]> {
  const text = `# System Design: Depot\n\n## Components\n\n${sentence}\n\n## Open Questions\n\n- ${questions || 'Who pays for the cranes?'}\n`
  const messages = await lint(text, undefined, 'system-design')
  return messages.flatMap(({ ruleId, start, end }) => (ruleId === 'open-questions' ? [text.slice(start, end)] : []))
}

suite('open-questions: sentences that leave something open', () => {
  for (const sentence of [
    'It is still unclear who owns the label printer.',
    'We have to decide whether the gates share one queue.',
    'The retention of the gate log has not been agreed with the auditors yet.',
    'How the crane reports an outage is to be clarified with the supplier.',
    'We do not know how many scanners a hall gets.',
    'Whether the yard needs its own broker depends on the outcome of the trial.',
    'Nobody has measured the radio link in hall 3.',
    'The naming of the topics is still under discussion.',
    'The rest of the states will be added when the yard has named them.',
    'It is unclear whether the latency stays below 5 ms.',
  ])
    test(sentence, async () => assert.deepEqual(await leftOpenIn(sentence), [sentence]))
})

suite('open-questions: sentences that only seem to', () => {
  for (const sentence of [
    'A pallet that has not been weighed yet waits at the gate.',
    'The clerk decides which gate opens.',
    'Orders are open until they are confirmed.',
    'Labels that are still to be printed stay in the queue.',
    'It was unclear for long who owns the printer; since May it is the depot.',
    'The order of the messages is undefined, and readers must not rely on it.',
    'Pending orders are retried until the gate answers.',
    'An application is undecided until two clerks have voted.',
    'Pallets that have not been delivered yet are shown first.',
    'Weights that need to be confirmed by the clerk are yellow.',
    'If the peers have not agreed on a version, the link is closed.',
    'Unresolved disputes are forwarded to the office.',
    'The table will be updated by the migration.',
    'Drivers need to choose a gate first.',
    'It is not unclear who pays: the depot does.',
    'The screen says "your slot has not been decided yet".',
    'It is still unclear who owns the printer: TODO.',
    'The clerk may see tentative bookings in grey.',
    'Any crane that is not fixed is parked until Monday.',
    'How the crane reports an outage is to be clarified below.',
    '**Open question:** it is still unclear who owns the label printer.',
  ])
    test(sentence, async () => assert.deepEqual(await leftOpenIn(sentence), []))
})

test('open-questions: a sentence is not reported if a question is about it', async () => {
  const sentence = 'It is still unclear who owns the label printer.'
  assert.deepEqual(await leftOpenIn(sentence, 'Who owns the printer for labels? (Olga, by May)'), [])
})

test('open-questions: words that all such sentences have do not make a question about the same', async () => {
  const sentence = 'It has not been decided yet which region we should use.'
  assert.deepEqual(await leftOpenIn(sentence, 'Which colour should the button have?'), [sentence])
  const link = 'The radio link needs further investigation.'
  assert.deepEqual(await leftOpenIn(link, 'Which crane needs further investigation?'), [link])
})

test('open-questions: plans, risks and alternatives may leave things open', async () => {
  for (const title of ['Next Steps', 'Risks', 'Alternatives', 'Future Work']) {
    const text = `# System Design: Depot\n\n## ${title}\n\nIt is still unclear who owns the label printer.\n`
    const ids = (await lint(text, undefined, 'system-design')).map(({ ruleId }) => ruleId)
    assert.ok(!ids.includes('open-questions'), title)
  }
})

test('open-questions: a part whose name only contains such a title is judged', async () => {
  for (const title of ['Task Service', 'Risk Engine', 'Schedule Store']) {
    const text = `# System Design: Depot\n\n## Components\n\n### ${title}\n\nIt is still unclear who owns the printer.\n`
    const ids = (await lint(text, undefined, 'system-design')).map(({ ruleId }) => ruleId)
    assert.ok(ids.includes('open-questions'), title)
  }
})

suite('open-questions: the fix lists the question under the others', () => {
  const place = '[Who answers it, and by when]'
  const owner = `Who owns the label printer? (${place})`
  const unclear = 'It is still unclear who owns the label printer.'

  /** The section on open questions after the fix, whose finding it must have settled. */
  const mended = async (sentence: string, section: string) => {
    const heading = '## Open Questions\n'
    const text = `# System Design: Depot\n\n## Components\n\n${sentence}\n\n${heading}${section}`
    const findings = async (of: string) =>
      (await lint(of, undefined, 'system-design')).filter(({ ruleId }) => ruleId === 'open-questions')
    const [found] = await findings(text)
    const result = applyEdits(text, found?.fixes?.[0]?.edits ?? [])
    assert.deepEqual(await findings(result), [])
    return result.slice(result.indexOf(heading) + heading.length)
  }

  for (const [title, section, expected] of [
    ['with their bullet and box', '\n* [x] Who pays?\n', `\n* [x] Who pays?\n* [ ] ${owner}\n`],
    ['with the next number', '\n1. Who pays?\n2. When?\n', `\n1. Who pays?\n2. When?\n3. ${owner}\n`],
    ['with an empty line between them', '\n- Who pays?\n\n- When?\n', `\n- Who pays?\n\n- When?\n\n- ${owner}\n`],
    ['below a heading without any', '', `\n- ${owner}\n`],
    ['in place of a text that there are none', '\nNone.\n', `\n- ${owner}\n`],
  ] as const)
    test(title, async () => assert.equal(await mended(unclear, section), expected))

  for (const [title, sentence, expected] of [
    ['as the sentence itself', 'The naming of the topics is still under discussion.', undefined],
    [
      'as the sentence itself if it only contains a question',
      'We do not know how many scanners a hall gets.',
      undefined,
    ],
    ['as the sentence itself if another verb has the subject', 'It is still unclear who we ask about it.', undefined],
    ['without a word that tells', 'It is still unclear who does it.', 'Who does it?'],
    ['with its link', 'It depends on the outcome of [the trial](trial.md) whether the yard gets a broker.', undefined],
    ['on one line', '> It is still unclear\n> who owns the label printer.', 'Who owns the label printer?'],
  ] as const)
    test(title, async () =>
      assert.equal(await mended(sentence, '\n- Who pays?\n'), `\n- Who pays?\n- ${expected ?? sentence} (${place})\n`),
    )

  test('and there is none for a row of a table', async () => {
    const text = `# System Design: Depot\n\n## Components\n\n| Part | Owner |\n|---|---|\n| Printer | It is still unclear who owns the label printer. |\n\n## Open Questions\n\n- Who pays?\n`
    const found = (await lint(text, undefined, 'system-design')).filter(({ ruleId }) => ruleId === 'open-questions')
    assert.deepEqual(
      found.map(({ fixes = [] }) => fixes),
      [[]],
    )
  })
})

test('open-questions: bold lines are headings', async () => {
  for (const title of ['Open questions', 'Next steps']) {
    const text = `# System Design: Depot\n\n## Components\n\nThe gates.\n\n**${title}**\n\nIt is still unclear who owns the label printer.\n`
    const ids = (await lint(text, undefined, 'system-design')).map(({ ruleId }) => ruleId)
    assert.ok(!ids.includes('open-questions'), title)
  }
})
