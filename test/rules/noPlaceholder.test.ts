import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { lint } from '../util/linting.ts'

/** The places that `no-placeholder` reports in a note with a text as its context. */
async function placeholdersIn(text: string): Promise<readonly string[]> {
  const messages = await lint(`# Note: Use a queue\n\n## Context\n\n${text}\n`, undefined, 'note')
  return messages.filter(({ ruleId }) => ruleId === 'no-placeholder').map(({ reason }) => reason)
}

suite('no-placeholder: brackets that are part of the text', () => {
  const texts = [
    ['a label before a sentence', '1. [Breaking change] Change `-r` to the new default.'],
    [
      'a numbered label before a name',
      '### [Option 1] PostgreSQL\n\nIt is fast.\n\n### **[Option B] `orders` repository**\n\nIt is not.',
    ],
    ['a link with a space too many', 'It is in the [Order repository] (https://example.org/orders).'],
    ['the value of a variable', '- HOST={name of the host}\n- PORT="{number of the port}"'],
    ['a message with fields', "It says `'{API}'` or '{API}' needs {OS} {OS version} or later."],
    ['a reference to a section', 'They are renewed by the tool (see [Automatic Certificate renewal]).'],
    ['a name with a number', 'See chapter 9 of the [Open Group Specifications Issue 8].'],
    ['a letter for an option', 'The main downside of [A] is that it is slow.'],
    [
      'names as headings that are written',
      [
        '### [Alternative 1: Only Kafka]\n\n- Good: one system to run for queues and streams alike.',
        '### Option 2: [Only Redis]\n\n#### Pros\n\nIt is there already, and everybody knows how to run it.',
        '### **[Only cron]** (rejected)\n\n无法重试，也没有人知道昨晚的任务是否已经完成。',
      ].join('\n\n'),
    ],
    ['a quoted value', 'The first jump-off shows “XXX”, the second „XXXX“.'],
    ['the format of a date', 'Names starting with YYYY-MM-DD, or with a YYYY-MM-DD prefix, are dated.'],
    ['a format in other words', 'Dates are written as YYYY-MM-DD (ISO 8601: YYYY-MM-DD). 日期格式为 YYYY-MM-DD。'],
    ['letters in other words', 'The tbd flag, the to-be-announced (TBA) market, and TBA securities.'],
    ['letters of a format', 'Linker stubs (tbd) are texts, and the status is tbd (to be delivered).'],
    ['letters in a list of values', 'Values of the status: tbd, open, closed.'],
    ['brackets in running text', 'It fails with an error (text missing), on a card (text follows) too.'],
    ['what is missing at run time', 'An order (weight missing) is held (invoice to follow on Monday).'],
    ['a format', 'A link to the record, with the format [Title] DR.'],
  ] as const
  for (const [name, text] of texts) test(name, async () => assert.deepEqual(await placeholdersIn(text), []))
})

suite('no-placeholder: brackets still to be filled in', () => {
  const texts = [
    ['a numbered name in a sentence', '[Option 1] is chosen.', '[Option 1]'],
    ['a letter for a number', 'It takes about [X] seconds.', '[X]'],
    ['a mark after the word format', 'Wire format TBD.', 'TBD'],
    [
      'words beside a field without a capital',
      'Decided by {name} on {date of the decision}.',
      '{date of the decision}',
    ],
    ['a word to replace in a reference', 'See [Name of the runbook] for details.', '[Name of the runbook]'],
    ['a question in a reference', 'See [NEEDS CLARIFICATION: which page?].', '[NEEDS CLARIFICATION: which page?]'],
    ['a question about a format', 'Wire format [NEEDS CLARIFICATION: JSON?]', '[NEEDS CLARIFICATION: JSON?]'],
    ['a field beside one with a capital', 'Decided by {Name} on {date of the decision}.', '{date of the decision}'],
    ['a numbered role', 'Owned by [Stakeholder 1] until launch.', '[Stakeholder 1]'],
    ['a role before an address', '- [Name of the owner] (@handle)', '[Name of the owner]'],
    ['words in braces', 'It runs on {OS version} or later.', '{OS version}'],
    ['a title', 'A link to [Title].', '[Title]'],
    ['a heading without a text', '### [Only Kafka]', '[Only Kafka]'],
    [
      'a heading for any name, with a text',
      '### [Name of the option]\n\n- Good: one system to run for queues and streams.',
      '[Name of the option]',
    ],
    [
      'a heading above guidance',
      '### [Only Kafka]\n\n<!-- Say what is good about it, and for whom, and what it costs. -->',
      '[Only Kafka]',
    ],
    [
      'a heading above brackets',
      '### [Only Kafka]\n\n- Good, because [argument of those who like it], and so on.',
      '[Only Kafka]',
    ],
    [
      'a heading for another part',
      '### [Another approach]\n\n- Good: one system to run for queues and streams.',
      '[Another approach]',
    ],
    ['a date', 'Decided on YYYY-MM-DD by the team.', 'YYYY-MM-DD'],
    ['the date of a start', 'The rollout starts YYYY-MM-DD in one shop.', 'YYYY-MM-DD'],
    ['a quoted amount', 'It costs "XXX" per month.', 'XXX'],
    ['a mark in small letters', '- Retention of the gate log: tbd', 'tbd'],
    ['the same behind a label in bold', '**Owner:** tba', 'tba'],
    ['the same with a name', 'The limit per hall is tbc (Olga asks).', 'tbc'],
    ['the same in a table', '| Owner | Reviewer |\n|---|---|\n| Olga | TBA |', 'TBA'],
    ['the same in brackets', '| Owner | Reviewer |\n|---|---|\n| Olga (tbc) | Jan |', 'tbc'],
    ['a drawing to follow', 'Gates (diagram of the two halls to follow)', '(diagram of the two halls to follow)'],
    ['a missing text', 'Table 2: colours of labels [text still missing]', '[text still missing]'],
    ['an amount', 'It costs XXX per month.', 'XXX'],
  ] as const
  for (const [name, text, found] of texts)
    test(name, async () => assert.deepEqual(await placeholdersIn(text), [`Not filled in yet: \`${found}\``]))
})

suite('no-placeholder: empty rows', () => {
  const table = (...rows: string[]) => ['| Item | Price |', '| --- | --- |', ...rows].join('\n')
  const [full, empty] = ['| Disk | $5 |', '| | |']
  const said = ['This row is empty: fill it in, or remove it']
  test('between rows with content separate them', async () =>
    assert.deepEqual(await placeholdersIn(table(full, empty, empty, full)), []))
  test('are reported at the beginning', async () => assert.deepEqual(await placeholdersIn(table(empty, full)), said))
  test('are reported at the end, except a single one', async () => {
    assert.deepEqual(await placeholdersIn(table(full, empty, empty)), said)
    assert.deepEqual(await placeholdersIn(table(full, empty)), [])
  })
})

suite('no-placeholder: labels with nothing after them', () => {
  const said = (label: string) => [`\`${label}\` is empty: fill it in, or remove it`]
  test('are reported above a heading that is not below their own', async () =>
    assert.deepEqual(await placeholdersIn('**Cost:**\n\n## Outcome\n\nDone.'), said('Cost')))
  test('are reported under the title', async () => {
    const messages = await lint(
      '# Note: Use a queue\n\n- **Team:** shop\n- **Owner:**\n\n## Context\n\nIt is slow.\n',
      undefined,
      'note',
    )
    assert.ok(messages.some(({ reason }) => reason === said('Owner')[0]))
  })
  test('introduce the headings below their own', async () =>
    assert.deepEqual(
      await placeholdersIn('**Three options:**\n\n### Queue\n\nIt is slow.\n\n### Calls\n\nThey fail.'),
      [],
    ))
  test('of more than five words introduce what follows', async () => {
    assert.deepEqual(await placeholdersIn('**When the worker cannot reach it:**\n\n**Worker:** it waits.'), [])
    assert.deepEqual(await placeholdersIn('**When it fails:**\n\n**Worker:** it waits.'), said('When it fails'))
  })
})

test('no-placeholder: a value in front matter may be in small letters', async () => {
  const text = '---\nowner: tbd\ndeputy: "TBC"\nteam: tbdb\n---\n# Note: Use a queue\n'
  const messages = await lint(text, undefined, 'note')
  assert.deepEqual(
    messages.flatMap(({ ruleId, start, end }) => (ruleId === 'no-placeholder' ? [text.slice(start, end)] : [])),
    ['tbd', 'TBC'],
  )
})
