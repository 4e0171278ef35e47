import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { applyEdits } from '../../src/core/text/edits.ts'
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
    'The owner of the printer is TODO: ask Olga.',
    'How the crane reports an outage is to be clarified below.',
    '**Open question:** it is still unclear who owns the label printer.',
  ])
    test(sentence, async () => assert.deepEqual(await leftOpenIn(sentence), []))
})

test('open-questions: a sentence is not reported if a question is about it', async () => {
  const sentence = 'It is still unclear who owns the label printer.'
  assert.deepEqual(await leftOpenIn(sentence, 'Who owns the printer for labels? (Olga, by May)'), [])
})

test('open-questions: words such as which and should do not make a question about the same', async () => {
  const sentence = 'It has not been decided yet which region we should use.'
  assert.deepEqual(await leftOpenIn(sentence, 'Which colour should the button have?'), [sentence])
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
  const mended = async (sentence: string, section: string) => {
    const text = `# System Design: Depot\n\n## Components\n\n${sentence}\n\n## Open Questions\n${section}`
    const [found] = (await lint(text, undefined, 'system-design')).filter(({ ruleId }) => ruleId === 'open-questions')
    const result = applyEdits(text, found?.fixes?.[0]?.edits ?? [])
    return result.slice(result.indexOf('## Open Questions\n') + '## Open Questions\n'.length)
  }
  const sentence = 'It is still unclear who owns the label printer.'
  const question = 'Who owns the label printer? ([Who answers it, and by when])'

  test('with their bullet and box', async () =>
    assert.equal(await mended(sentence, '\n* [x] Who pays?\n'), `\n* [x] Who pays?\n* [ ] ${question}\n`))
  test('with the next number', async () =>
    assert.equal(await mended(sentence, '\n1. Who pays?\n2. When?\n'), `\n1. Who pays?\n2. When?\n3. ${question}\n`))
  test('below a heading without any', async () => assert.equal(await mended(sentence, ''), `\n- ${question}\n`))
  test('as the sentence itself if it has no question', async () =>
    assert.equal(
      await mended('The naming of the topics is still under discussion.', '\n- Who pays?\n'),
      '\n- Who pays?\n- The naming of the topics is still under discussion. ([Who answers it, and by when])\n',
    ))
})
