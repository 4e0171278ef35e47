import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createPaint, wantsColors } from '../../src/cli/colors.ts'
import { github } from '../../src/cli/formatters/github.ts'
import { json } from '../../src/cli/formatters/json.ts'
import { junit } from '../../src/cli/formatters/junit.ts'
import { markdown } from '../../src/cli/formatters/markdown.ts'
import { sarif } from '../../src/cli/formatters/sarif.ts'
import { stylish } from '../../src/cli/formatters/stylish.ts'
import { text } from '../../src/cli/formatters/text.ts'
import type { Report } from '../../src/cli/report.ts'
import { document, lines, message, plain, report } from './util/reports.ts'

suite('stylish', () => {
  test('aligns places, severities, reasons and rules in columns', () => {
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

  test('counts wide characters as two columns, and marks as none', () => {
    const shown = [
      message({ message: 'Missing `队列`', ruleId: 'a' }),
      message({ message: 'Missing `cafe\u0301`', ruleId: 'b' }),
      message({ message: 'Missing `cafe`', ruleId: 'c' }),
    ]
    const documents = [document({ path: '设计/订单.md', messages: shown }), document({ path: 'docs/orders.md' })]
    assert.deepEqual(lines(stylish(report(...documents), { ...plain, isVerbose: true })).slice(0, 6), [
      '设计/订单.md    adr',
      '  3:1  warning  Missing `队列`  a',
      '  3:1  warning  Missing `cafe\u0301`  b',
      '  3:1  warning  Missing `cafe`  c',
      '',
      'docs/orders.md  adr',
    ])
  })

  test('lists only documents with messages, and counts the others', () => {
    const documents = [document(), document({ documentType: null }), document({ documentType: null })]
    assert.equal(stylish(report(...documents), plain), '3 files, 1 design document: no findings\n')
  })

  test('counts hints, and lists them with showsHints', () => {
    const messages = [message({ severity: 'hint' }), message({ line: 4 }), message({ line: 5, severity: 'hint' })]
    const other = document({ path: 'docs/b.md', messages: [message({ severity: 'hint' })] })
    assert.deepEqual(lines(stylish(report(document({ messages }), other), plain)), [
      'docs/a.md  adr',
      '  4:1  warning  Unexpected placeholder `TBD`  no-placeholder',
      '',
      '2 files, 2 design documents: 1 warning, 3 hints (--hints lists them)',
      '',
    ])
    const listed = stylish(report(document({ messages }), other), { ...plain, showsHints: true })
    assert.equal(listed.match(/ hint /g)?.length, 3)
    assert.doesNotMatch(listed, /--hints/)
    assert.match(text(report(other), plain), /\n\n1 hint \(--hints lists it\)\n$/)
  })

  test('lists every document and its type with isVerbose', () => {
    const documents = [document(), document({ path: 'README.md', documentType: null })]
    assert.deepEqual(lines(stylish(report(...documents), { ...plain, isVerbose: true })), [
      'docs/a.md  adr',
      'README.md  not a design document',
      '',
      '2 files, 1 design document: no findings',
      '',
    ])
  })

  test('says how many problems were fixed, or that no file was linted', () => {
    assert.equal(
      stylish({ ...report(document()), fixed: 2 }, plain),
      '1 file, 1 design document: 2 problems fixed, no findings\n',
    )
    assert.equal(stylish(report(), plain), 'No Markdown files linted\n')
    const team = document({ documentType: null, messages: [message({ severity: 'error' })] })
    assert.match(stylish({ ...report(), teamFiles: [team] }, plain), /\n\n1 error in the team's configuration\n$/)
  })

  test('removes escape sequences that come from a document', () => {
    const evil = document({ path: 'a\x1b[2J.md', messages: [message({ message: 'Unexpected `\x1b]0;x\x07\nrm`' })] })
    assert.doesNotMatch(stylish(report(evil), plain), /[\x1b\x07]/)
  })

  test('colours severities', () => {
    const painted = stylish(report(document({ messages: [message()] })), { ...plain, paint: createPaint(true) })
    assert.ok(painted.includes('\x1b[33mwarning\x1b[39m'))
  })
})

test('json contains what product.md and docs/json-format.md promise, and nothing else', () => {
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

test('output is coloured on a terminal or if FORCE_COLOR says so, but not with NO_COLOR', () => {
  assert.equal(wantsColors({}, true), true)
  assert.equal(wantsColors({}, false), false)
  assert.equal(wantsColors({ NO_COLOR: '1' }, true), false)
  assert.equal(wantsColors({ NO_COLOR: '' }, true), true)
  assert.equal(wantsColors({ FORCE_COLOR: '' }, false), true)
  assert.equal(wantsColors({ FORCE_COLOR: '0' }, true), false)
  assert.equal(wantsColors({ FORCE_COLOR: '1', NO_COLOR: '1' }, true), false)
})

suite('controls that nobody sees', () => {
  const hidden = '\u202e\u2066\u200b\u{e0041}\x9b\u2028'
  const team = document({ path: `config${hidden}`, documentType: null, messages: [message()] })
  const checklist = [{ id: 'scaling', status: 'met', reason: hidden }] as const
  const path = `docs/${hidden}.md`
  const messages = [message({ severity: 'error', message: `Unexpected \`${hidden}\`` })]
  const all: Report = {
    documents: [document({ path, documentType: `x${hidden}`, status: hidden, checklist, messages })],
    teamFiles: [team],
    fixed: 0,
  }
  const formats = { stylish, text, github, markdown, junit, json, sarif }
  for (const [name, format] of Object.entries(formats))
    test(`are escaped in the output of ${name}`, () => {
      const output = format(all, { ...plain, isVerbose: true })
      assert.doesNotMatch(output, /[\p{Default_Ignorable_Code_Point}\x7f-\x9f\u2028]/u)
      if (format !== junit && format !== sarif) assert.ok(output.includes(name === 'json' ? '\\u202e' : '\\u202E'))
    })

  test('are restored when JSON, SARIF or JUnit output is parsed', () => {
    const [, read] = JSON.parse(json(all)).documents
    assert.deepEqual([read.path, read.messages[0].message], [path, messages[0]?.message])
    const [, result] = JSON.parse(sarif(all, plain)).runs[0].results
    assert.equal(result.message.text, messages[0]?.message)
    assert.ok(junit(all).includes('&#x202e;&#x2066;&#x200b;&#xe0041;&#x9b;&#x2028;'))
  })
})

test('stylish lists more findings and files than a function call can have arguments', () => {
  const many = Array.from({ length: 150_000 })
  const messages = many.map(() => message())
  const documents = many.map(() => document())
  assert.ok(stylish(report(document({ messages })), plain).endsWith(': 150000 warnings\n'))
  const listed = stylish({ documents, teamFiles: [], fixed: 0 }, { ...plain, isVerbose: true })
  assert.equal(listed.split('\n').length, documents.length + 3)
})
