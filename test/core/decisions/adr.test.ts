import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { askedAt } from '../../../src/core/decisions/completion.ts'
import { addSupersedes, changeStatus, supersedeBy } from '../../../src/core/decisions/edits.ts'
import { numberOfName } from '../../../src/core/decisions/fileName.ts'
import { findClaim } from '../../../src/core/decisions/numbers.ts'
import { type Decision, isDecisionType, readDecision, statusChoices } from '../../../src/core/decisions/record.ts'
import { statusOf } from '../../../src/core/decisions/status.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { readModel, templates } from '../../util/linting.ts'

const decision = (text: string, name = 'x.md'): Decision => readDecision(readModel(text), name)
const numberIn = (name: string, text = '') => decision(text, name).number

suite('a decision', () => {
  test('takes its number from the file name, the title or the front matter', () => {
    assert.equal(numberIn('0007-use-a-queue.md'), 7)
    assert.equal(numberIn('docs/adr/adr-007.md'), 7)
    assert.equal(numberIn('ADR_12_queue.md'), 12)
    assert.equal(numberIn('queue.md', '# ADR-7: Queue\n'), 7)
    assert.equal(numberIn('queue.md', '# ADR 009: Queue\n'), 9)
    assert.equal(numberIn('queue.md', '# API-008: Queue\n'), 8)
    assert.equal(numberIn('queue.md', '# 7. Queue\n'), 7)
    assert.equal(numberIn('queue.md', '---\nid: ADR-0031\n---\n# Queue\n'), 31)
    assert.equal(numberIn('queue.md', '---\nslug: 24\ntitle: |\n  24. Queue\n---\n## Status\n\nAccepted\n'), 24)
    assert.equal(numberIn('2026-03-09-minutes.md', '# Minutes\n'), undefined)
    assert.equal(numberIn('queue.md', '# Use 3 queues\n'), undefined)
    assert.equal(numberIn('queue.md', '# Version 2 of the queue\n'), undefined)
    assert.equal(numberOfName('readme.md'), undefined)
  })

  test('takes no number from a title that only begins with one, or with a word and one', () => {
    for (const title of [
      '2.0 protocol for the gateway',
      '3.5 GHz band',
      '24:7 support',
      'Record 404 responses in the audit log',
      'Decision 5 things depend on',
      'ADR-2.1 of the template',
      'UTF-8 everywhere',
      'SHA-256: no longer MD5',
    ])
      assert.equal(numberIn('queue.md', `# ${title}\n`), undefined, title)
    assert.equal(decision('# 2.0 protocol for the gateway\n', '0007-x.md').title, '2.0 protocol for the gateway')
    for (const title of [
      '7.Queue',
      '7: Queue',
      'ADR 7 Queue',
      'ADR-007 3 queues',
      'API-007 Queue',
      'TDR-7 Queue',
      'Decision 7',
      'Decision 7: Queue',
      'Decision #7 Queue',
      'Record 7 - Queue',
      '[Decision 7] Queue',
    ])
      assert.equal(numberIn('queue.md', `# ${title}\n`), 7, title)
  })

  test('has a title, and a label for others to cite it by', () => {
    const told = (name: string, text: string) => {
      const { title, label } = decision(text, name)
      return `${title} | ${label}`
    }
    assert.equal(told('0007-q.md', '# ADR-0007: Use a *queue*\n'), 'Use a queue | ADR-0007')
    assert.equal(told('0007-q.md', '# 7. Use a queue\n'), 'Use a queue | 7. Use a queue')
    assert.equal(told('0007-q.md', '# Use a queue\n'), 'Use a queue | ADR-0007')
    assert.equal(
      told('adr-024.md', '---\nslug: 24\ntitle: |\n  24. Save it\n---\n\n## Status\n'),
      'Save it | 24. Save it',
    )
    assert.equal(told('0007-use-a-queue.md', ''), 'Use a queue | ADR-0007')
    assert.equal(told('queue.md', '# Use a queue\n'), 'Use a queue | Use a queue')
    assert.equal(told('0007-q.md', '# ADR-007 · Use a queue\n'), 'Use a queue | ADR-007')
    assert.equal(told('0007-q.md', '# 7 | Use a queue\n'), 'Use a queue | ADR-0007')
    assert.equal(told('2026-02-03-use-a-queue.md', ''), 'Use a queue | Use a queue')
    assert.equal(told('2026-02-03_012-q.md', '# Use a queue\n'), 'Use a queue | ADR-012')
    assert.equal(told('0007-q.md', 'ADR-007: Use a queue\n====================\n'), 'Use a queue | ADR-007')
    assert.equal(told('0007-q.md', 'ADR-007: Use a queue\r\n  for *all*\r\n===\r\n'), 'Use a queue for all | ADR-007')
    assert.equal(told('0007-q.md', '# Use C# ##\n'), 'Use C# | ADR-0007')
    assert.equal(told('0002-db.md', '# SQLite 3 is enough\n'), 'SQLite 3 is enough | ADR-0002')
  })

  test('takes its date from front matter or the lines before the first section', () => {
    const date = (text: string) => decision(text).date
    assert.equal(date('---\ndate: 2026-03-09\n---\n# A\n'), '2026-03-09')
    assert.equal(date('# A\n\nDate: 2018-12-17  \nAmended: 2019-01-29\n'), '2018-12-17')
    assert.equal(date('# A\n\n- **Status:** x\n- **Date:** 2026-03-09\n'), '2026-03-09')
    assert.equal(date('# A\n\n日期: 2017-11-23\n'), '2017-11-23')
    assert.equal(date('# A\n\n|Metadata|Value|\n|--|--|\n|Date    |2020-07-20|\n'), '2020-07-20')
    assert.equal(date('# A\n\n- **Date:** YYYY-MM-DD\n'), undefined)
  })
})

suite('the next number', () => {
  test('is reported as taken if a file in the same folder on another branch has it', () => {
    const branches = [
      { branch: 'docs', paths: ['/r/docs/adr/README.md', '/r/docs/other/0008-a.md'] },
      { branch: 'queue', paths: ['/r/docs/adr/0008-use-a-queue.md'] },
    ]
    assert.deepEqual(findClaim('0008', '/r/docs/adr', [], branches), { branch: 'queue', name: '0008-use-a-queue.md' })
    assert.equal(findClaim('0009', '/r/docs/adr', [], branches), undefined)
    assert.equal(findClaim('0008', '/r/docs/adr', ['0008-use-a-queue.md'], branches), undefined)
  })
})

const changed = (text: string, status = 'Deprecated'): string => {
  const result = applyEdits(text, changeStatus(readModel(text), status))
  assert.equal(statusOf(readModel(result))?.toLowerCase(), status.toLowerCase(), result)
  return result
}

suite('the status is changed where it stands', () => {
  const shapes: Readonly<Record<string, string>> = {
    '---\nstatus: accepted\ndate: 2026-03-09\n---\n# A\n': '---\nstatus: deprecated\ndate: 2026-03-09\n---\n# A\n',
    '---\nstatus: "Accepted" # really\n---\n# A\n': '---\nstatus: "Deprecated" # really\n---\n# A\n',
    'Words.\n\n### Context\n': 'Words.\n\n## Status\n\nDeprecated\n\n### Context\n',
    '---\ndate: 2026-03-09\nstatus: [a, b]\n---\n# A\n':
      '---\ndate: 2026-03-09\nstatus: [a, b]\n---\n# A\n\n- **Status:** Deprecated\n',
    '---\nstatus:\ndate: 2026-03-09\n---\n# A\n': '---\nstatus: Deprecated\ndate: 2026-03-09\n---\n# A\n',
    '# A\n\n- **Status:** Accepted\n- **Date:** x\n': '# A\n\n- **Status:** Deprecated\n- **Date:** x\n',
    '# A\n\n* Status: accepted (2026-03-09)\n': '# A\n\n* Status: deprecated\n',
    '# A\n\n**Status**: ACCEPTED  \n**Date**: x\n': '# A\n\n**Status**: DEPRECATED  \n**Date**: x\n',
    '# A\n\n*Status: Draft*\n': '# A\n\n*Status: Deprecated*\n',
    '# A\n\n**Status:**\n': '# A\n\n**Status:** Deprecated\n',
    '# A\n\n**Status:** `Accepted`, see the minutes\n': '# A\n\n**Status:** `Deprecated`, see the minutes\n',
    '# A\n\nStatus: Superseded by [ADR-4](4.md)\n': '# A\n\nStatus: Deprecated\n',
    '# A\n\n**Status:** Proposed | Accepted | Rejected\n': '# A\n\n**Status:** Deprecated\n',
    '# A\n\n## Status\n\nProposed / Accepted\n': '# A\n\n## Status\n\nDeprecated\n',
    '# A\n\n> Status: Accepted\n': '# A\n\n> Status: Deprecated\n',
    '# A\n\n## Status: Accepted\n\n## Context\n': '# A\n\n## Status: Deprecated\n\n## Context\n',
    '# A\n\n## Status\n\n✅ Accepted\n\n## Context\n': '# A\n\n## Status\n\nDeprecated\n\n## Context\n',
    '# A\n\n## Status\nAccepted\n## Context\n': '# A\n\n## Status\nDeprecated\n## Context\n',
    '# A\n\n## Status\n\n- Accepted\n': '# A\n\n## Status\n\n- Deprecated\n',
    '# A\n\n## Status\n\n**Accepted** on 2026-03-09\n': '# A\n\n## Status\n\n**Deprecated**\n',
    '# A\n\n## Status\n\n## Context\n': '# A\n\n## Status\n\nDeprecated\n\n## Context\n',
    '# A\n\n## Status\n\nSupersedes the plan that we made for the second year.\n':
      '# A\n\n## Status\n\nDeprecated\n\nSupersedes the plan that we made for the second year.\n',
    '# A\n\n## 状态\n\n通过\n': '# A\n\n## 状态\n\nDeprecated\n',
    '# A\n\n|Metadata|Value|\n|--|--|\n|Status  |Accepted|\n':
      '# A\n\n|Metadata|Value|\n|--|--|\n|Status  |Deprecated|\n',
    '# A\n\n| Date | Status |\n|--|--|\n| x | Accepted |\n': '# A\n\n| Date | Status |\n|--|--|\n| x | Deprecated |\n',
    '# A\n\n| Status | |\n|--|--|\n': '# A\n\n| Status | Deprecated |\n|--|--|\n',
    '# A\r\n\r\n- **Status:** Accepted\r\n': '# A\r\n\r\n- **Status:** Deprecated\r\n',
  }
  for (const [text, expected] of Object.entries(shapes))
    test(JSON.stringify(text), () => assert.equal(changed(text), expected))

  test('or added where there is none, in the form that the document uses', () => {
    assert.equal(changed('# A\n\n- **Date:** x\n\n## B\n'), '# A\n\n- **Status:** Deprecated\n- **Date:** x\n\n## B\n')
    assert.equal(changed('# A\n\n* Date: x\n\n## B\n'), '# A\n\n* Status: Deprecated\n* Date: x\n\n## B\n')
    assert.equal(changed('---\ndate: 2026-03-09\n---\n# A\n'), '---\nstatus: deprecated\ndate: 2026-03-09\n---\n# A\n')
    assert.equal(
      changed('# A\r\n\r\nDate: x\r\n\r\n## B\r\n'),
      '# A\r\n\r\nDate: x\r\n\r\n## Status\r\n\r\nDeprecated\r\n\r\n## B\r\n',
    )
    assert.equal(changed('# A\n'), '# A\n\n- **Status:** Deprecated\n')
    assert.equal(changed(''), '- **Status:** Deprecated\n\n')
  })
})

suite('superseding', () => {
  const by = { label: 'ADR-0009', path: '0009-nine (new).md' }
  const link = '[ADR-0009](0009-nine%20%28new%29.md)'
  const old = (text: string): string => {
    const result = applyEdits(text, supersedeBy(readModel(text), by))
    assert.equal(statusOf(readModel(result))?.toLowerCase(), 'superseded', result)
    assert.equal(decision(result).supersededBy[0]?.number, 9, result)
    return result
  }
  const young = (text: string): string => {
    const result = applyEdits(text, addSupersedes(readModel(text), by))
    assert.equal(decision(result).supersedes[0]?.number, 9, result)
    assert.equal(statusOf(readModel(result)), statusOf(readModel(text)), result)
    assert.deepEqual(addSupersedes(readModel(result), by), [], 'is said once')
    return result
  }

  test('is said of one record only, even if each has a folder of its own', () => {
    const text = '# A\n\nSupersedes [ADR-2](../0002-x/README.md)\n'
    const added = (path: string) => addSupersedes(readModel(text), { label: 'Old', path }).length
    assert.equal(added('../0003-y/README.md'), 1)
    assert.equal(added('../0002-x/README.md'), 0)
    const linked = '# A\n\nSupersedes [ADR-2](/docs/adr/0002%2dx.md)\n'
    assert.deepEqual(addSupersedes(readModel(linked), { label: 'Old', path: '0002-X.md' }), [])
  })

  test('is written into the status of the old decision', () => {
    assert.equal(old('# A\n\n- **Status:** Accepted (2026-01-02)\n'), `# A\n\n- **Status:** Superseded by ${link}\n`)
    assert.equal(old('# A\n\n## Status\n\nAccepted\n\n## B\n'), `# A\n\n## Status\n\nSuperseded by ${link}\n\n## B\n`)
    assert.equal(old('---\nstatus: accepted\n---\n# A\n'), `---\nstatus: "superseded by ${link}"\n---\n# A\n`)
    assert.equal(
      old('---\nstatus: accepted\nsuperseded-by:\n---\n# A\n'),
      `---\nstatus: superseded\nsuperseded-by: "${link}"\n---\n# A\n`,
    )
    assert.equal(old('# A\n\n| Status | Accepted |\n|--|--|\n'), `# A\n\n| Status | Superseded by ${link} |\n|--|--|\n`)
    assert.equal(old('# A\n\n**Status:** `accepted`\n'), `# A\n\n**Status:** superseded by ${link}\n`)
  })

  test('is written beside the status of the new decision', () => {
    assert.equal(
      young('# A\n\n- **Status:** Accepted\n- **Date:** x\n'),
      `# A\n\n- **Status:** Accepted\n- **Supersedes:** ${link}\n- **Date:** x\n`,
    )
    assert.equal(
      young('# A\n\n**Status**: Accepted  \n**Date**: x\n'),
      `# A\n\n**Status**: Accepted  \n**Supersedes**: ${link}  \n**Date**: x\n`,
    )
    assert.equal(young('# A\n\n*Status: Draft*\n'), `# A\n\n*Status: Draft*\n*Supersedes: ${link}*\n`)
    assert.equal(
      young('# A\r\n\r\n## Status\r\n\r\nAccepted\r\n\r\n## B\r\n'),
      `# A\r\n\r\n## Status\r\n\r\nAccepted\r\n\r\nSupersedes ${link}\r\n\r\n## B\r\n`,
    )
    assert.equal(young('# A\n\n## Status\n\n* Accepted\n'), `# A\n\n## Status\n\n* Accepted\n* Supersedes ${link}\n`)
    assert.equal(young('---\nstatus: accepted\n---\n# A\n'), `---\nstatus: accepted\n---\n# A\n\nSupersedes ${link}\n`)
    assert.equal(young('# A\n'), `# A\n\nSupersedes ${link}\n`)
    assert.equal(
      young('# A\n\n|Key|Value|\n|--|--|\n|Status|Draft|\n'),
      `# A\n\n|Key|Value|\n|--|--|\n|Status|Draft|\n| Supersedes | ${link} |\n`,
    )
    assert.equal(
      young('# A\n\n| Date | Status |\n|--|--|\n| x | Draft |\n'),
      `# A\n\nSupersedes ${link}\n\n| Date | Status |\n|--|--|\n| x | Draft |\n`,
    )
  })
})

test('the three ADR types are decision types, and their statuses include superseded', () => {
  const types = templates.flatMap(({ type }) => type ?? [])
  const decisions = types.filter(isDecisionType)
  assert.deepEqual(decisions.map(({ id }) => id).toSorted(), ['adr', 'adr-madr', 'adr-nygard'])
  for (const type of decisions)
    assert.ok(
      statusChoices(type).some((choice) => /^superseded$/i.test(choice)),
      type.id,
    )
  assert.equal(statusChoices(decisions.find(({ id }) => id === 'adr-madr') ?? assert.fail())[0], 'proposed')
})

test('hostile documents neither throw nor hang', () => {
  const long = 100_000
  for (const text of [
    `# ${' '.repeat(long)}x\n`,
    `# A\n\n**Status:** ${'*'.repeat(long)}\n`,
    `# A\n\n- Status: ${'['.repeat(long / 10)}\n`,
    `# A\n\nSuperseded by ${'['.repeat(long / 10)}\n`,
    `# A\n\nSupersedes ${'ADR-1 and '.repeat(long / 10)}\n`,
    `# A\n\nStatus: a${' '.repeat(long)}b\n`,
    `---\nstatus: &a [*a, *a]\nsuperseded-by: {a: [}\n---\n`,
    `---\nstatus: ${'"'.repeat(999)}\n---\n# A\n`,
    '# A\n\n|Status|\n|--|\n',
    '# A\n\n| |\n|--|\n| Status',
    `# A\n\n|Status|${'|'.repeat(2000)}\n|--|--|\n`,
  ]) {
    const model = readModel(text)
    readDecision(model, 'x.md')
    const link = { label: ']['.repeat(50), path: '../%zz/a b.md' }
    applyEdits(text, [...changeStatus(model, 'Accepted')])
    applyEdits(text, [...supersedeBy(model, link), ...addSupersedes(model, link)])
  }
})

suite('the completion at the cursor', () => {
  const asked = (marked: string) => {
    const offset = marked.indexOf('^')
    const text = marked.replace('^', '')
    const found = askedAt(readModel(text), offset)
    return found && `${found.kind} ${text.slice(found.start, found.end)}`.trim()
  }
  const shapes: Readonly<Record<string, string | undefined>> = {
    '---\nstatus: ^\n---\n# A\n': 'status',
    '---\nstatus: acc^\n---\n# A\n': 'status acc',
    '---\nstatus: accepted\nsuperseded-by: ^\n---\n# A\n': 'id',
    '---\nstatus: accepted\nsuperseded-by: "ADR^"\n---\n# A\n': 'id ADR',
    '---\ntitle: ^\nstatus: x\n---\n# A\n': undefined,
    '# A\n\n**Status:** ^\n': 'status',
    '# A\n\n- **Status:** Pro^posed\n- **Date:** x\n': 'status Proposed',
    '# A\n\n- **Status:** Accepted, see ^\n': undefined,
    '# A\n\n- **Status:** Superseded by ^\n': 'link',
    '# A\n\n- **Status:** Superseded by [^]\n': 'link []',
    '# A\n\n- **Supersedes:** ADR-0^\n': 'link ADR-0',
    '# A\n\n## Status\n\n^\n\n## Context\n': 'status',
    '# A\n\n## Status\n\nAcc^\n\n## Context\n': 'status Acc',
    '# A\n\n## Status ^\n\n## Context\n': undefined,
    '# A\n\n## Context\n\nAs [ADR-^] says.\n': 'link [ADR-]',
    '# A\n\n## Context\n\nAs [ADR-0^ says.\n': 'link [ADR-0',
    '# A\n\n## Context\n\nAcc^\n': undefined,
    '# A\n\n```\nSupersedes ^\n```\n': undefined,
    '^': undefined,
  }
  for (const [text, expected] of Object.entries(shapes))
    test(JSON.stringify(text), () => assert.equal(asked(text), expected))
})
