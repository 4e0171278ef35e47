import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createPaint, wantsColors } from '../../src/cli/colors.ts'
import { json } from '../../src/cli/formatters/json.ts'
import { stylish } from '../../src/cli/formatters/stylish.ts'
import { text } from '../../src/cli/formatters/text.ts'
import type { DocumentReport, Report, ReportedMessage } from '../../src/cli/report.ts'

const message = (more: Partial<ReportedMessage> = {}): ReportedMessage => ({
  ruleId: 'no-placeholder',
  category: 'structure',
  severity: 'warning',
  message: 'Unexpected placeholder `TBD`',
  line: 3,
  column: 1,
  endLine: 3,
  endColumn: 4,
  url: 'design-docs:/rules/no-placeholder.md',
  fixable: false,
  ...more,
})
const document = (more: Partial<DocumentReport> = {}): DocumentReport => ({
  path: 'docs/a.md',
  documentType: 'adr',
  status: null,
  checklist: [],
  messages: [],
  ...more,
})
const report = (...documents: readonly DocumentReport[]): Report => ({ documents, teamFiles: [], fixed: 0 })
const plain = { paint: createPaint(false), isVerbose: false }
const lines = (output: string) => output.split('\n')

suite('stylish', () => {
  test('puts places, severities, reasons and rules under each other', () => {
    const messages = [
      message({ line: 2, column: 14, severity: 'information' }),
      message({ line: 120, column: 3, severity: 'error', message: 'Missing `x`' }),
    ]
    assert.deepEqual(lines(stylish(report(document({ messages })), plain)), [
      'docs/a.md  adr',
      '    2:14  info   Unexpected placeholder `TBD`  no-placeholder',
      '  120:3   error  Missing `x`                   no-placeholder',
      '',
      '1 file, 1 design document: 1 error, 1 info',
      '',
    ])
  })

  test('lists only documents with messages, and counts the others', () => {
    const documents = [document(), document({ documentType: null }), document({ documentType: null })]
    assert.equal(stylish(report(...documents), plain), '3 files, 1 design document: nothing to report\n')
  })

  test('lists every document with its type when asked to', () => {
    const documents = [document(), document({ path: 'README.md', documentType: null })]
    assert.deepEqual(lines(stylish(report(...documents), { ...plain, isVerbose: true })), [
      'docs/a.md  adr',
      'README.md  no design document',
      '',
      '2 files, 1 design document: nothing to report',
      '',
    ])
  })

  test('says how many were fixed, and that nothing was linted', () => {
    assert.equal(
      stylish({ ...report(document()), fixed: 2 }, plain),
      '1 file, 1 design document: 2 problems fixed, nothing to report\n',
    )
    assert.equal(stylish(report(), plain), 'No Markdown files linted\n')
  })

  test('lets no escape sequence of a document through', () => {
    const evil = document({ path: 'a\x1b[2J.md', messages: [message({ message: 'Unexpected `\x1b]0;x\x07\nrm`' })] })
    assert.doesNotMatch(stylish(report(evil), plain), /[\x1b\x07]/)
  })

  test('paints severities', () => {
    const painted = stylish(report(document({ messages: [message()] })), { ...plain, paint: createPaint(true) })
    assert.ok(painted.includes('\x1b[33mwarning\x1b[39m'))
  })
})

test('a review shows the checklist, then the messages', () => {
  const checklist = [
    { id: 'requirements', status: 'met', line: 12, reason: 'It says how well.' },
    { id: 'scaling', status: 'partial', line: 120, reason: 'Growth is mentioned.' },
    { id: 'cost-estimate', status: 'missing' },
  ] as const
  const reviewed = document({ status: 'Draft', checklist, messages: [message()] })
  assert.deepEqual(lines(text(report(reviewed), plain)), [
    'docs/a.md  adr · Draft',
    '',
    '  ✓ requirements   line 12   It says how well.',
    '  ~ scaling        line 120  Growth is mentioned.',
    '  ✗ cost-estimate',
    '',
    '  1 met, 1 partial, 1 missing',
    '',
    '  3:1  warning  Unexpected placeholder `TBD`  no-placeholder',
    '',
    '1 warning',
    '',
  ])
})

test('json holds what product.md and docs/json-format.md say, and no more', () => {
  const checklist = [
    { id: 'requirements', status: 'met', line: 12, reason: 'For people only.' },
    { id: 'scaling', status: 'missing' },
  ] as const
  const team = document({
    path: '.design-docs/config.json',
    documentType: null,
    messages: [message({ severity: 'error' })],
  })
  const written = json({ documents: [document({ checklist, messages: [message()] })], teamFiles: [team], fixed: 1 })
  assert.deepEqual(JSON.parse(written), {
    version: 1,
    documents: [
      team,
      {
        path: 'docs/a.md',
        documentType: 'adr',
        status: null,
        checklist: [
          { id: 'requirements', status: 'met', line: 12 },
          { id: 'scaling', status: 'missing' },
        ],
        messages: [message()],
      },
    ],
    summary: { documents: 2, errors: 1, warnings: 1 },
  })
})

test('colours on a terminal or when forced, never when refused', () => {
  assert.equal(wantsColors({}, true), true)
  assert.equal(wantsColors({}, false), false)
  assert.equal(wantsColors({ NO_COLOR: '1' }, true), false)
  assert.equal(wantsColors({ NO_COLOR: '' }, true), true)
  assert.equal(wantsColors({ FORCE_COLOR: '' }, false), true)
  assert.equal(wantsColors({ FORCE_COLOR: '0' }, true), false)
  assert.equal(wantsColors({ FORCE_COLOR: '1', NO_COLOR: '1' }, true), false)
})
