import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { statusOf } from '../../../src/core/decisions/status.ts'
import { isDraft, isUndecided, stageKey, stagesOf } from '../../../src/core/document/stage.ts'
import { readConfig } from '../../../src/core/lint/config.ts'
import { createLinter, type LinterOptions } from '../../../src/core/lint/lint.ts'
import { defineRule } from '../../../src/core/lint/rule.ts'
import { toSeverityByStatus } from '../../../src/core/lint/severityByStatus.ts'
import type { Template } from '../../../src/core/template/template.ts'
import noPlaceholder from '../../../src/rules/no-placeholder.ts'
import { host, lint, loadTemplate, readModel, templates, types } from '../../util/linting.ts'

/** Reports every document once. */
const rule = defineRule({
  id: 'some-rule',
  category: 'checklist',
  description: 'Disallow documents',
  severity: 'warning',
  severityInDraft: 'information',
  *check() {
    yield { start: 0, end: 0, reason: 'Unexpected document' }
  },
})

const note = (status: string) => `# Note: n\n\nStatus: ${status}\n`
const severity = async (text: string, options: Partial<LinterOptions> = {}) => {
  const { messages } = await createLinter({ rules: [rule], types, host, ...options }).lint(readModel(text), 'a/b.md')
  return messages[0]?.severity
}
const config = (text: string) => {
  const read = readConfig(text, [rule])
  assert.deepEqual(read.problems, [])
  return { config: read.config }
}

test('a document in review or proposed is undecided without being a draft', () => {
  for (const [status, draft, undecided] of [
    ['Draft', true, true],
    ['WIP (week 3)', false, true],
    ['In Review', false, true],
    ['Proposed', false, true],
    ['In Prüfung', false, true],
    ['Vorgeschlagen', false, true],
    ['讨论中', false, true],
    ['草案', true, true],
    ['Brouillon', true, true],
    ['Bozza', true, true],
    ['In Arbeit', true, true],
    ['Drafting', true, true],
    ['In progress', false, true],
    ['Idea', false, true],
    ['Concept', false, true],
    ['Accepted', false, false],
    ['Reviewed and approved', false, false],
    ['Newly adopted', false, false],
    ['Draftsman’s copy', false, false],
  ] as const)
    assert.deepEqual([isDraft(stageKey(status)), isUndecided(status)], [draft, undecided], status)
})

suite('severity by status', () => {
  test('a draft, whatever it is called, gets severityInDraft unless the team sets a severity', async () => {
    for (const status of ['Draft', 'draft', 'WIP', 'Work in progress'])
      assert.equal(await severity(note(status)), 'information', status)
    for (const status of ['Accepted', 'In Review', 'Approved']) assert.equal(await severity(note(status)), 'warning')
    assert.equal(await severity('# Note: n\n'), 'warning')
    // The team's setting takes precedence over a rule's own severity in drafts.
    assert.equal(await severity(note('Draft'), config('{ "rules": { "some-rule": "error" } }')), 'error')
  })

  test('a severity per status is an upper limit, one per rule is exact, and off stays off', async () => {
    const byStatus = (text: string) => config(`{ "severityByStatus": ${text} }`)
    assert.equal(await severity(note('In-Review'), byStatus('{ "in review": "hint" }')), 'hint')
    assert.equal(await severity(note('Accepted'), byStatus('{ "Accepted": "error" }')), 'warning')
    assert.equal(await severity(note('Accepted'), byStatus('{ "accepted": { "some-rule": "error" } }')), 'error')
    assert.equal(await severity(note('Accepted'), byStatus('{ "accepted": { "checklist": "off" } }')), undefined)
    assert.equal(await severity('# Note: n\n', byStatus('{ "none": "hint" }')), 'hint')
    const off = config(
      '{ "rules": { "some-rule": "off" }, "severityByStatus": { "accepted": { "some-rule": "error" } } }',
    )
    assert.equal(await severity(note('Accepted'), off), undefined)
  })

  test('the config file overrides the editor’s setting', async () => {
    const severityByStatus = toSeverityByStatus({ Accepted: { 'some-rule': 'hint' }, Draft: 'hint', rest: 7 })
    assert.equal(await severity(note('Accepted'), { severityByStatus }), 'hint')
    assert.equal(await severity(note('Draft'), { severityByStatus }), 'hint')
    const team = config('{ "severityByStatus": { "accepted": { "some-rule": "error" } } }')
    assert.equal(await severity(note('Accepted'), { ...team, severityByStatus }), 'error')
  })

  test('an override needs its status to match, and its path if it names one', async () => {
    const override = (text: string) => config(`{ "overrides": [${text}] }`)
    const byStatus = override('{ "status": ["Accepted"], "rules": { "some-rule": "error" } }')
    assert.equal(await severity(note('accepted'), byStatus), 'error')
    assert.equal(await severity(note('proposed'), byStatus), 'warning')
    const byBoth = (files: string) =>
      override(`{ "files": ["${files}"], "status": ["accepted"], "rules": { "some-rule": "error" } }`)
    assert.equal(await severity(note('accepted'), byBoth('c/**')), 'warning')
    assert.equal(await severity(note('accepted'), byBoth('a/**')), 'error')
    assert.equal(await severity(note('proposed'), byBoth('a/**')), 'warning')
  })

  test('mistakes in severityByStatus are reported', () => {
    const reasons = (text: string) =>
      readConfig(`{ "severityByStatus": ${text} }`, [rule]).problems.map((each) => each.reason)
    assert.deepEqual(reasons('{ "draft": { "other": "hint" } }'), ['Unknown rule `other`'])
    assert.match(reasons('{ "draft": "loud" }')[0] ?? '', /^Unexpected severity, expected `error`, .*, or an object/)
    assert.match(reasons('{ "draft": { "some-rule": 7 } }')[0] ?? '', /^Unexpected severity, expected `error`/)
    assert.match(reasons('7')[0] ?? '', /expected an object of statuses/)
  })
})

/** The text of a template with some of its places filled. */
function fill({ type, snippet }: Template, isFilled: (index: number) => boolean): string {
  assert.ok(type)
  const stops = snippet.tabStops.filter(
    ({ index, choices, placeholder }) => index && !choices && placeholder.length > 2,
  )
  return stops
    .toReversed()
    .reduce(
      (text, { offset, placeholder }, back) =>
        isFilled(stops.length - 1 - back)
          ? `${text.slice(0, offset)}Something${text.slice(offset + placeholder.length)}`
          : text,
      snippet.text,
    )
}

suite('a new document from a template', () => {
  // The other templates have a status that already says draft.
  const open = templates.filter(({ type }) => type && stageKey(statusOf(type.document) ?? '') !== 'draft')

  test('is a draft whatever its initial status, until it is filled in', () => {
    assert.ok(open.length > 2)
    for (const template of open) {
      const { type } = template
      assert.ok(type)
      const fresh = stagesOf(type.document, type)
      for (const { offset, placeholder, choices, index } of type.tabStops)
        if (index && !choices && placeholder.length > 2) assert.equal(fresh.at(offset), 'draft', `${type.id} ${offset}`)
      assert.deepEqual(stagesOf(readModel(fill(template, () => true)), type).all, [fresh.all[1]])
    }
  })

  test('is a draft only in the sections that nobody has begun, once most is written', async () => {
    const template = open.find(({ id }) => id === 'adr')
    assert.ok(template?.type)
    const { type } = template
    const half = readModel(fill(template, (index) => index < 8))
    const stages = stagesOf(half, type)
    assert.deepEqual(stages.all, ['draft', 'proposed'])
    assert.equal(stages.at(0), 'proposed')
    assert.equal(stages.at(half.text.indexOf('## Validation')), 'draft')
    // A place left in a written section is a warning; the places in the other sections stay as they were.
    const text = half.text.replace('## Decision\n', 'TBD.\n\n## Decision\n')
    const messages = await lint(text, [noPlaceholder], 'adr')
    const severityOf = (title: string) => {
      const at = text.indexOf(`## ${title}`)
      return messages
        .filter(({ start }) => start > at && start < text.indexOf('\n## ', at + 1))
        .map(({ severity }) => severity)
    }
    assert.deepEqual(severityOf('Context'), ['warning'])
    assert.deepEqual([...new Set(severityOf('Consequences'))], ['hint'])
  })

  test('is a draft while more Chinese text is open than Latin text is written', () => {
    const source = [
      '---\ndocumentType: brief\ntitle: Brief\n---\n---',
      'status: ${1|proposed,accepted|}',
      'owner: ${2:[负责人]}',
      'consulted: ${3:[征询过意见的专家，写明姓名]}',
      '---\n# ${4:[简短的标题]}\n',
    ]
    const { type } = loadTemplate(source.join('\n'), 'brief.md')
    assert.ok(type)
    const { text } = type.document
    const written = text.replace('[负责人]', 'Ada Lovelace').replace('[简短的标题]', 'Berths for pilots')
    assert.equal(stagesOf(readModel(written), type).at(0), 'draft')
    const filled = written.replace('专家，写明姓名]', '专家]')
    assert.equal(stagesOf(readModel(filled), type).at(0), 'proposed')
  })
})
