import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { type Decision, readDecision } from '../../../src/core/decisions/record.ts'
import { readModel } from '../../util/linting.ts'

suite('a decision', () => {
  const references = (text: string): string => {
    const { supersedes, supersededBy } = readDecision(readModel(text), 'x.md')
    const show = (all: Decision['supersedes']) =>
      all.map(({ target, number }) => `${target ?? ''}#${number ?? ''}`).join()
    return `${show(supersedes)} < ${show(supersededBy)}`
  }
  const shapes: Readonly<Record<string, string>> = {
    '# A\n\n- **Status:** Superseded by [ADR-0004](0004-x.md)\n': ' < 0004-x.md#4',
    '# A\n\n## Status\n\nSuperceded by [4. Use X](0004-x.md)\n\nSupercedes [2. Use Y](0002-y.md)\n':
      '0002-y.md#2 < 0004-x.md#4',
    '# A\n\n## Status\n\nSuperseded by ADR-12, ADR-13 and 14\n': ' < #12,#13,#14',
    '# A\n\n## Status\n\nSuperseded by DR008\n': ' < #8',
    '# A\n\n* Status: superseded by [0005](./0005-x.md "Five")\n': ' < ./0005-x.md#5',
    '---\nstatus: "superseded by [ADR-0012](0012-x.md)"\n---\n# A\n': ' < 0012-x.md#12',
    '---\nstatus: superseded by ADR-0012\n---\n# A\n': ' < #12',
    '---\nsuperseded-by: 12\nsupersedes: [ADR-1, ADR-2]\n---\n# A\n': '#1,#2 < #12',
    '---\nsuperseded_by: 0012-x.md\n---\n# A\n': ' < 0012-x.md#12',
    '# A\n\nstatus: superseded\nsuperseded_by: 0012-use-a-log\n': ' < #12',
    '# A\n\nstatus: superseded\nsuperseded_by: ADR-0012-use-a-log\n': ' < #12',
    '# A\n\n## Status\n\nReplaces 128-bit keys with 256-bit keys.\n': ' < ',
    '# A\n\n## Status\n\nSuperseded by 2026-Q2.\n': ' < ',
    '# A\n\n## Status\n\nSuperseded by 2026-03-09, when the queue was full.\n': ' < ',
    '# A\n\n## Links\n\n* Supersedes [ADR-3](0003-y.md#why)\n': '0003-y.md#3 < ',
    '# A\n\n| Status | Superseded |\n|--|--|\n| Superseded by | [ADR-4](4.md) |\n': ' < 4.md#4',
    '# A\n\nReplaces [the old one](old.md).\n': 'old.md# < ',
    '# A\n\n## Context\n\nIt supersedes [ADR-3](3.md) in spirit.\n': ' < ',
    '# A\n\n## Status\n\nAccepted\n\nAmends [ADR-3](3.md)\n': ' < ',
    '# A\n\n```\nSupersedes [ADR-3](3.md)\n```\n': ' < ',
    '# A\n\n## Status\n\nSuperseded (nobody drank it) by [4](0004-x.md)\n': ' < 0004-x.md#4',
    '# A\n\n**Status:** Superseded in part by ADR-4\n': ' < #4',
    '# A\n\nSuperseded: 2026-02-03 by [ADR 4](0004-x.md)\n': ' < 0004-x.md#4',
    '# A\n\n**Status:** Superseded, see [ADR-4](0004-x.md)\n': ' < 0004-x.md#4',
    '# A\n\nSupersedes parts of ADR-3; superseded by ADR-9\n': '#3 < #9',
    '# A\n\n| Supersedes | ADR-3 | Superseded by | ADR-9 |\n|--|--|--|--|\n': '#3 < #9',
    '# A\n\nSupersedes [ADR-3](3.md), amends [ADR-2](2.md)\n': '3.md#3 < ',
    '# A\n\nSupersedes [ADR-2026-02-03](2026-02-03-x.md)\n': '2026-02-03-x.md# < ',
    '# A\n\nSupersedes version 2 of the kettle.\n': ' < ',
    '# A\n\nSuperseded. The kettle by the window, of ADR-4, is newer.\n': ' < ',
    '# A\n\nErsetzt durch [ADR-4](4.md)\n': ' < 4.md#4',
    '# A\n\nErsetzt [ADR-3](3.md)\n': '3.md#3 < ',
    '# A\n\nRemplacée par ADR-4\n': ' < #4',
    '# A\n\n**Estado:** Sustituida en parte por [ADR-4](4.md)\n': ' < 4.md#4',
    '# A\n\nSubstitui o ADR-3\n': '#3 < ',
    '# A\n\nSostituito da [ADR-4](4.md)\n': ' < 4.md#4',
    '# A\n\nVervangen door ADR-4\n': ' < #4',
    '# A\n\nЗаменено на [ADR-4](4.md)\n': ' < 4.md#4',
    '# A\n\n## 状态\n\n已被 [ADR-4](4.md) 取代\n': ' < 4.md#4',
    '# A\n\n取代 [ADR-3](3.md)\n': '3.md#3 < ',
    '# A\n\n[ADR-4](4.md)に置き換えられた\n': ' < 4.md#4',
    '# A\n\n[ADR-4](4.md)로 대체됨\n': ' < 4.md#4',
  }
  for (const [text, expected] of Object.entries(shapes))
    test(`refers to other decisions: ${JSON.stringify(text)}`, () => assert.equal(references(text), expected))
})
