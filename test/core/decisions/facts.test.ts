import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readDecision } from '../../../src/core/decisions/record.ts'
import { statusOf } from '../../../src/core/decisions/status.ts'
import { readModel } from '../../util/linting.ts'

/** What is read from a record: its status and its date. */
const facts = (text: string, name = '0007-tea.md'): string => {
  const { status = '-', date = '-' } = readDecision(readModel(text), name)
  assert.equal(statusOf(readModel(text)) ?? '-', status, 'linter and index read the same')
  return `${status} ${date}`
}

const check = (shapes: Readonly<Record<string, string>>): void => {
  for (const [text, expected] of Object.entries(shapes))
    test(`${JSON.stringify(text)} says ${expected}`, () => assert.equal(facts(text), expected))
}

suite('status and date on one line', () =>
  check({
    '# Tea\n\n**Status:** Approved | **Date:** 2026-02-03\n\n## Context\n': 'Approved 2026-02-03',
    '# Tea\n\nStatus: Proposed · Date: 2026-02-03 · Owner: Ann\n': 'Proposed 2026-02-03',
    '# Tea\n\n**Status:** Accepted **Date:** 2026-02-03\n': 'Accepted 2026-02-03',
    '# Tea\n\nDate: 3 February 2026, Status: Accepted\n': 'Accepted 2026-02-03',
    '# Tea\n\n> **Status**: Accepted — **Decided**: 2026-02-03\n': 'Accepted 2026-02-03',
    '# Tea\n\n**Status:** Accepted · 2026-02-03 · second floor\n': 'Accepted 2026-02-03',
    '# Tea\n\n**Status:** Accepted | 2026-02-03\n': 'Accepted 2026-02-03',
    '# Tea\n\n**Status:** Draft | Accepted | Rejected\n': '- -',
    '# Tea\n\n**Status:** Proposed / Accepted\n': '- -',
    '# Tea\n\n**Status:** draft/final\n': '- -',
    '# Tea\n\n**Status:** Proposed or accepted\n': '- -',
    '# Tee\n\n**Status:** Vorgeschlagen / angenommen\n': '- -',
    '# 茶\n\n**状态:** 提议/接受\n': '- -',
    '# Tea\n\n**Status:** Approved / Final\n': 'Approved / Final -',
    '# Tea\n\n**Status:** Accepted / Superseded\n': 'Accepted / Superseded -',
    '# Tea\n\n**Status**: Accepted<br>**Date**: 2026-02-03\n': 'Accepted 2026-02-03',
    '# Tea\n\nStatus: Proposed → Accepted (2026-02-03)\n': 'Accepted 2026-02-03',
    '# Tea\n\nStatus: Accepted, see `kitchen/tea/green.md`\n': 'Accepted -',
    '# Tea\n\n_Accepted on 2026-02-03 by the kitchen_\n': 'Accepted 2026-02-03',
    '# Tea\n\nStatus: Work in progress\n': 'Work in progress -',
    '# Tea\n\nStatus: 🚧 Work in progress, until 2026-02-03\n': 'Work in progress 2026-02-03',
    '# Tea\n\nStatus: Work in progress / Accepted\n': '- -',
    '# Tea\n\nStatus: Currently in review by the kitchen\n': 'Currently in review -',
    '# Tea\n\nStatus: Tasted in progressive steps\n': 'Tasted -',
    '# Tea\n\nKitchen team, 2026-02-03\n': '- 2026-02-03',
    '# Tea\n\nStatus: Accepted (release 12 2025, decided March 9, 2026)\n': 'Accepted 2026-03-09',
    '# Tea\n\nStatus: Accepted (10/12/9999 cups, 2026-02-03)\n': 'Accepted 2026-02-03',
    '# Tea\n\nStatus: Accepted, rolled out 12 2024\n': 'Accepted -',
    '# Tea\n\nNew kettles are needed, and ours is old.\n': '- -',
    '# Tea\n\nSee https://example.org/status:broken for more.\n': '- -',
  }))

suite('status and date in sections', () =>
  check({
    '# Tea\n\n## Status\n\nIn Review\n\n## Date\n\n2026-02-03\n': 'In Review 2026-02-03',
    '# Tea\n\n## Status\n\nDate: 2026-02-03\n\nDecided\n': 'Decided 2026-02-03',
    '# Tea\n\n## Status\n\nAccepted since 2026-02-03, see the minutes\n': 'Accepted 2026-02-03',
    '# Tea\n\n## Status\n\n- 2026-01-09: Proposed\n- 2026-02-03: Accepted\n': 'Accepted 2026-02-03',
    '# Tea\n\n## Status\n\n2026-02-03 Rejected\n\n2026-01-09 Proposed\n': 'Rejected 2026-02-03',
    '# Tea\n\n## Status\n\nProposed (2026-01-09)\n\nAccepted (2026-02-03)\n': 'Accepted 2026-02-03',
    '# Tea\n\n## Status history\n\n| Date | Status | By |\n|--|--|--|\n| 2026-01-09 | Draft | A |\n| 2026-02-03 | Active | B |\n':
      'Active 2026-02-03',
    '# Tea\n\n## Status\n\nThis record has been accepted.\n': 'accepted -',
    '# Tea\n\n## Status\n\nNobody has looked at it so far.\n': '- -',
    '# Tea\n\n**Status:**\n\nAccepted\n': 'Accepted -',
    '# Tea\n\n### Status\n\nAccepted, made in [#12](x)\n\n### Date\n\n2026-02-03\n': 'Accepted 2026-02-03',
    '# Tea\n\n## Decision Status\n\n**Decision**: Approved\n**Date**: 3 Feb 2026\n': 'Approved 2026-02-03',
    '# Tea\n\n## Context\n\n### Status\n\nDone\n': '- -',
  }))

suite('status and date in tables', () =>
  check({
    '# Tea\n\n<table>\n<tr><th>Status</th><td>Decided</td></tr>\n<tr><th>Date</th><td>2026-02-03</td></tr>\n</table>\n\n## Context\n':
      'Decided 2026-02-03',
    '# Tea\n\n<table class="x">\n  <tr>\n    <th>Status</th>\n    <th>Date</th>\n  </tr>\n  <tr>\n    <td><b>Accepted</b></td>\n    <td> 2026-02-03 </td>\n  </tr>\n</table>\n':
      'Accepted 2026-02-03',
    '# Tea\n\n<table><tr><td>Status:<td>Draft<td>Owner<td>Ann</tr></table>\n': 'Draft -',
    '# Tea\n\n<table><tr><td>Kettle<td>Status</tr></table>\n': '- -',
    '# Tea\n\n| Status | Date | Owner |\n|--|--|--|\n| Decided | 2026-02-03 | Ann |\n': 'Decided 2026-02-03',
    '# Tea\n\n| Owner | Status |\n|--|--|\n| Ann | Decided |\n': 'Decided -',
    '# Tea\n\n| Status | Decided | Date | 2026-02-03 |\n|--|--|--|--|\n': 'Decided 2026-02-03',
    '# Tea\n\n| | |\n|--|--|\n| **Status** | Decided |\n| **Date** | 2026-02-03 |\n': 'Decided 2026-02-03',
    '# Tea\n\n| Record | Status |\n|--|--|\n| Coffee | Rejected |\n| Water | Accepted |\n': '- -',
  }))

suite('one of several statuses', () =>
  check({
    '# Tea\n\n## Status\n\n- [x] Draft\n- [x] Accepted\n- [ ] Superseded\n': 'Accepted -',
    '# Tea\n\n## Status\n\n- [ ] Draft\n- [ ] Accepted\n': '- -',
    '# Tea\n\n**Status:** [ ] Proposed [x] Rejected [ ] Accepted\n': 'Rejected -',
    '# Tea\n\n**Status:** ☐ Proposed ☑ Accepted\n': 'Accepted -',
    '# Tea\n\n**Status:** ~~Draft~~ ~~Proposed~~ Approved\n': 'Approved -',
    '# Tea\n\n## Status\n\n~~Proposed~~\n\nApproved\n': 'Approved -',
    '# Tea\n\n## Status\n\n<del>Draft</del> Active\n': 'Active -',
    '# Tea\n\nStatus: :white_check_mark: Accepted :tada:\n': 'Accepted -',
  }))

suite('status and date in other languages', () =>
  check({
    '# Tee\n\n**Stand:** beschlossen\n**Datum:** 3. Februar 2026\n': 'beschlossen 2026-02-03',
    '# Tee\n\nStand: 2026-02-03\n': '- 2026-02-03',
    '# Tee\n\n## Status\n\nVorgeschlagen am 03.02.2026\n': 'Vorgeschlagen 2026-02-03',
    '---\ndatum: 2026-02-03\n---\n# Tee\n': '- 2026-02-03',
    '---\nstatus: aceito\ndata: 3 de fevereiro de 2026\n---\n# Chá\n': 'aceito 2026-02-03',
    '---\ndata: personal since 2025\ndate_decided: 2026-02-03\n---\n# Tea\n': '- 2026-02-03',
    '---\ndata: see the export of 2026-01-02\ndate_decided: 2026-02-03\n---\n# Tea\n': '- 2026-02-03',
    '# Thé\n\nDate : 3 février 2026\n\n## Statut\n\nProposée par la cuisine\n': 'Proposée 2026-02-03',
    '# Té\n\n- **Estado:** Aprobada el 3 de febrero de 2026\n': 'Aprobada 2026-02-03',
    '# Té\n\n## Estado\n\nAceptado en la reunión del lunes\n': 'Aceptado -',
    '# Chá\n\n**Estado:** Aceite · **Data:** 2026-02-03\n': 'Aceite 2026-02-03',
    '# Tè\n\nStato: Accettata\nData: 2026-02-03\n': 'Accettata 2026-02-03',
    '# Thee\n\n- Status: goedgekeurd op 2026-02-03\n': 'goedgekeurd 2026-02-03',
    '# Чай\n\nДата: 2026-02-03\n\n## Статус\n\nНа рассмотрении\n': 'На рассмотрении 2026-02-03',
    '# 茶\n\n决策状态：已通过｜日期：2026 年 2 月 3 日\n': '已通过 2026-02-03',
    '# 茶\n\n日期：2026年2月3日\n\n## 状态\n\n已接受\n': '已接受 2026-02-03',
    '# お茶\n\n## ステータス\n\n承認済み（2026-02-03）\n': '承認済み 2026-02-03',
    '# 차\n\n날짜: 2026년 2월 3일\n\n## 상태\n\n승인됨\n': '승인됨 2026-02-03',
  }))

suite('dates', () => {
  check({
    '# Tea\n\nDate: 2026-02-03, changed 2026-03-04 (a second kettle for the upper floor)\n': '- 2026-02-03',
    '# Tea\n\nDate: Feb 3rd, 2026\n': '- 2026-02-03',
    '# Tea\n\nDate: Sept. 3, 2026\n': '- 2026-09-03',
    '# Tee\n\nDatum: März 3, 2026\n': '- 2026-03-03',
    '# Tee\n\nDatum: 3. Mrz. 2026\n': '- 2026-03-03',
    '# Tee\n\nDatum: 3. Jänner 2026\n': '- 2026-01-03',
    '# Tè\n\nData: 3 gen. 2026\n': '- 2026-01-03',
    '# Чай\n\nДата: 3 мая 2026\n': '- 2026-05-03',
    '# Tea\n\nDate: 03/02/2026\n': '- 03/02/2026',
    '# Tea\n\nDate: 31/01/2026\n': '- 2026-01-31',
    '# Tea\n\nDate: when the 3rd kettle breaks\n': '- -',
    '# Tea\n\nLast updated: 2026-02-03\n': '- 2026-02-03',
    '# Tea\n\nLast updated: 2026-02-03\nDate: 2026-01-09\n': '- 2026-01-09',
    '---\ncreated: 2026-02-03\n---\n# Tea\n': '- 2026-02-03',
  })
  test('come from the file name if the text has none', () => {
    assert.equal(facts('# Tea\n', '2026-02-03-tea.md'), '- 2026-02-03')
    assert.equal(facts('# Tea\n', '20260203_tea.md'), '- 2026-02-03')
    assert.equal(facts('# Tea\n', '20260203101500_tea.md'), '- 2026-02-03')
    assert.equal(facts('# Tea\n', '2026-02-03_007-tea.md'), '- 2026-02-03')
    assert.equal(facts('# Tea\n', '0007-2026-02-03-tea.md'), '- 2026-02-03')
    assert.equal(facts('# Tea\n', '99999999-tea.md'), '- -')
    assert.equal(facts('# Tea\n\nDate: 2026-01-09\n', '2026-02-03-tea.md'), '- 2026-01-09')
  })
})
