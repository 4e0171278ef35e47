import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { addSupersedes, changeStatus, supersedeBy } from '../../../src/core/decisions/edits.ts'
import { readDecision } from '../../../src/core/decisions/record.ts'
import { statusOf } from '../../../src/core/decisions/status.ts'
import { applyEdits } from '../../../src/core/lint/edits.ts'
import { readModel } from '../../util/linting.ts'

const link = { label: 'ADR-0009', path: '0009-nine.md' }

suite('the status is changed in the place that is read', () => {
  const shapes: Readonly<Record<string, string>> = {
    '---\nstatus: >\n  accepted\ndate: 2026-03-09\n---\n# A\n': '---\nstatus: rejected\ndate: 2026-03-09\n---\n# A\n',
    '---\nstatus: |-\n  accepted\n---\n# A\n': '---\nstatus: rejected\n---\n# A\n',
    '---\nstatus: >- # as agreed\n    Accepted by\n    all of us\n---\n# A\n': '---\nstatus: Rejected\n---\n# A\n',
    '---\r\nstatus: |\r\n  accepted\r\n---\r\n# A\r\n': '---\r\nstatus: rejected\r\n---\r\n# A\r\n',
    '+++\ndate = 2026-03-09\n+++\n# A\n': '+++\nstatus = "rejected"\ndate = 2026-03-09\n+++\n# A\n',
    '+++\r\ntitle = "A"\r\ndeciders = ["Ann"]\r\n[extra]\r\nx = 1\r\n+++\r\n# A\r\n':
      '+++\r\nstatus = "rejected"\r\ntitle = "A"\r\ndeciders = ["Ann"]\r\n[extra]\r\nx = 1\r\n+++\r\n# A\r\n',
    '+++\nstatus = "Accepted"\n+++\n# A\n': '+++\nstatus = "Rejected"\n+++\n# A\n',
    "+++\nstatus = 'accepted' # all\n+++\n# A\n": "+++\nstatus = 'rejected' # all\n+++\n# A\n",
    '+++\nstatus = "acc\\"epted" # all\n+++\n# A\n': '+++\nstatus = "rejected" # all\n+++\n# A\n',
    '+++\ntitle = """\nstatus = "x"\n"""\nstatus = """Accepted"""\n+++\n# A\n':
      '+++\ntitle = """\nstatus = "x"\n"""\nstatus = "Rejected"\n+++\n# A\n',
    '+++\nstatus = ""\n+++\n# A\n': '+++\nstatus = "Rejected"\n+++\n# A\n',
    '# A\n\n**Status:** Accepted | **Date:** 2026-02-03\n': '# A\n\n**Status:** Rejected | **Date:** 2026-02-03\n',
    '# A\n\nDate: 2026-02-03 · Status: Accepted · Owner: Ann\n':
      '# A\n\nDate: 2026-02-03 · Status: Rejected · Owner: Ann\n',
    '# A\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected\n':
      '# A\n\n## Status\n\n- [ ] Proposed\n- [ ] Accepted\n- [x] Rejected\n',
    '# A\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n': '# A\n\n## Status\n\n- [ ] Proposed\n- [x] Rejected\n',
    '# A\n\n## Status\n\n- [ ] Proposed\n- [ ] Rejected\n': '# A\n\n## Status\n\n- [ ] Proposed\n- [x] Rejected\n',
    '# A\n\n**Status:** ~~Proposed~~ Accepted\n': '# A\n\n**Status:** ~~Proposed~~ Rejected\n',
    '# A\n\n## Status\n\n~~Proposed~~\n\nAccepted\n': '# A\n\n## Status\n\n~~Proposed~~\n\nRejected\n',
    '# A\n\n## Status\n\n| Date | Status |\n|--|--|\n| 2026-01-09 | Proposed |\n| 2026-02-03 | Accepted |\n':
      '# A\n\n## Status\n\n| Date | Status |\n|--|--|\n| 2026-01-09 | Proposed |\n| 2026-02-03 | Rejected |\n',
    '# A\n\n## Status\n\n- 2026-01-09: Proposed\n- 2026-02-03: Accepted\n':
      '# A\n\n## Status\n\n- 2026-01-09: Proposed\n- 2026-02-03: Rejected\n',
    '# A\n\n*Accepted on 2026-02-03*\n': '# A\n\n*Rejected*\n',
    '# A\n\n**Stand:** angenommen\n': '# A\n\n**Stand:** rejected\n',
    '# A\n\n## Status\n\nOwner: Ann\n': '# A\n\n## Status\n\nRejected\n\nOwner: Ann\n',
  }
  for (const [text, expected] of Object.entries(shapes))
    test(JSON.stringify(text), () => {
      const result = applyEdits(text, changeStatus(readModel(text), 'Rejected'))
      assert.equal(result, expected)
      const model = readModel(result)
      assert.equal(statusOf(model)?.toLowerCase(), 'rejected')
      assert.equal(model.frontmatter.problem, undefined)
    })
})

suite('superseding', () => {
  const shapes: readonly string[] = [
    '---\nstatus: >\n  accepted\n---\n# A\n',
    '# A\n\n**Status:** Accepted | **Date:** 2026-02-03\n\n## B\n',
    '# A\n\nDate: 2026-02-03 · Status: Accepted\n\n## B\n',
    '# A\n\n## Status\n\n- [x] Accepted\n- [ ] Superseded\n\n## B\n',
    '# A\n\n## Status\n\n| Date | Status |\n|--|--|\n| 2026-02-03 | Accepted |\n\n## B\n',
    '# A\n\n| Status | Accepted | Date | 2026-02-03 |\n|--|--|--|--|\n\n## B\n',
    '# A\n\n*Accepted on 2026-02-03*\n\n## B\n',
    '+++\ndate = 2026-03-09\nstatus = "Accepted"\n+++\n\n# A\n',
    "+++\nstatus = 'accepted'\nsuperseded_by = ''\n+++\n\n# A\n",
  ]
  for (const text of shapes)
    test(`is read back from both decisions after writing: ${JSON.stringify(text)}`, () => {
      const old = readDecision(readModel(applyEdits(text, supersedeBy(readModel(text), link))), '0007-a.md')
      assert.equal(old.supersededBy[0]?.number, 9)
      assert.equal(old.status?.toLowerCase(), 'superseded')
      const written = applyEdits(text, addSupersedes(readModel(text), link))
      const young = readDecision(readModel(written), '0007-a.md')
      assert.equal(young.supersedes[0]?.number, 9, written)
      assert.equal(young.status?.toLowerCase(), 'accepted', written)
    })

  test('is added to front matter with the path as it is, and in quotes where YAML needs them', () => {
    const added = (text: string) =>
      applyEdits(text, supersedeBy(readModel(text), { label: 'ADR-0004: Kafka #1', path: '0004-Use-Kafka.md' }))
    const value = '"superseded by [ADR-0004: Kafka #1](0004-Use-Kafka.md)"'
    assert.equal(added('---\ndate: 2026-03-09\n---\n# A\n'), `---\nstatus: ${value}\ndate: 2026-03-09\n---\n# A\n`)
    assert.equal(added('+++\ndate = 2026-03-09\n+++\n# A\n'), `+++\nstatus = ${value}\ndate = 2026-03-09\n+++\n# A\n`)
    assert.equal(
      added('---\ndate: 2026-03-09\nsuperseded-by:\n---\n# A\n'),
      '---\nstatus: superseded\ndate: 2026-03-09\nsuperseded-by: "[ADR-0004: Kafka #1](0004-Use-Kafka.md)"\n---\n# A\n',
    )
  })

  test('leaves a line alone that holds more than the status', () => {
    const text = '# A\n\nDate: 2026-02-03 · Status: Accepted\n\n## B\n'
    assert.equal(
      applyEdits(text, addSupersedes(readModel(text), link)),
      '# A\n\nDate: 2026-02-03 · Status: Accepted\n\nSupersedes [ADR-0009](0009-nine.md)\n\n## B\n',
    )
  })
})
