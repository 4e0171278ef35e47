import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { openQuestionsOf } from '../../src/review/openQuestions.ts'
import { readModel, types } from '../util/linting.ts'

const type = types.find(({ id }) => id === 'system-design')

const questions = (section: string) => {
  assert.ok(type)
  return openQuestionsOf(readModel(`# System Design: Shop\n\n## Open Questions\n\n${section}\n`), type).map(
    ({ text }) => text,
  )
}

suite('open questions', () => {
  for (const [name, section, expected] of [
    ['are boxes that are not ticked', '- [ ] How *long*?\n- [x] Who?', ['How long?']],
    [
      'are items of any list, without what stands below them',
      '1. How long?\n   - A day\n2. Who pays',
      ['How long?', 'Who pays'],
    ],
    [
      'are rows, but for those that are answered',
      '| # | Question | Owner | Status |\n|---|---|---|---|\n| 1 | How long? | Ann | Open |\n| 2 | Who? | Bob | Resolved |',
      ['How long?'],
    ],
    [
      'are headings and paragraphs that ask',
      '### How long?\n\nUntil noon.\n\n### Money\n\nWho pays?\n\nWe wait.',
      ['How long?', 'Who pays?'],
    ],
    ['are not what is settled', '### Open\n\n- How long?\n\n### Resolved\n\n- Who?', ['How long?']],
    [
      'are none where there are none',
      '- None.\n- None so far\n- Nothing yet!\n- N/A\n- No open questions at the moment.\n- Keine offenen Fragen\n- Keine (Stand: derzeit)\n- None; all resolved.\n- N/A for this design.\n- None at the moment; see above\n- None left after the review\n- No open questions for v1\n- Keine, alles geklärt.\n- 暂无。\n- None that we know of, as of 2026-03-09',
      [],
    ],
    [
      'are some that only begin like a denial',
      '- None of us knows the peak load.\n- Nothing limits retries: is that OK?\n- None yet?\n- Keine Quote: für wen?\n- 无人知道峰值',
      [
        'None of us knows the peak load.',
        'Nothing limits retries: is that OK?',
        'None yet?',
        'Keine Quote: für wen?',
        '无人知道峰值',
      ],
    ],
    [
      'are not what the template left',
      '- [ ] [Question, who can answer it, by when, and what changes with the answer]',
      [],
    ],
  ] as const)
    test(name, () => assert.deepEqual(questions(section), expected))
})

test('the `box` of an open question is the blank in its task box, if it has one', () => {
  assert.ok(type)
  const text =
    '# System Design: Shop\n\n## Open Questions\n\n- [ ] How [long](a.md)?\n  * [ ] Below\n1. Who pays?\n\n> 2. [x] Done?\n\n+ [\t] When?\n'
  const ticked = openQuestionsOf(readModel(text), type)
    .toReversed()
    .reduce((now, { box }) => (box ? `${now.slice(0, box.start)}x${now.slice(box.end)}` : now), text)
  assert.equal(ticked, text.replace('- [ ] How', '- [x] How').replace('+ [\t]', '+ [x]'))
})
