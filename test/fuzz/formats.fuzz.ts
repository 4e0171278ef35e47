import assert from 'node:assert/strict'
import { stripVTControlCharacters } from 'node:util'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { createPaint } from '../../src/cli/colors.ts'
import { lintFormats, reviewFormats } from '../../src/cli/formatters/index.ts'
import type { DocumentReport, Report, ReportedMessage } from '../../src/cli/report.ts'
import { categories } from '../../src/core/lint/rule.ts'
import { printable } from '../../src/core/text/printable.ts'
import { rules } from '../../src/generated/rules.ts'
import { anyText, joined } from './arbitraries.ts'
import { holds } from './check.ts'
import { jsonFormat, type SarifLog, sarifFormat } from './schemas.ts'

const hostile = joined(
  fc.oneof(
    fc.constantFrom(
      ...[
        ']]>',
        '</failure>',
        '<!--',
        '&amp;',
        '"',
        "'",
        '\u001b[31m',
        '\u009b1m',
        '\n::error::x',
        '%0A',
        '::',
        ',',
        '%',
      ],
      ...['\u202e', '\u2066', '\u0000', '\ufffe', '\ud800', '\u2028', '\r', '\t', '../', 'a b', 'ü', '#', '?', '\\'],
    ),
    anyText,
  ),
  5,
)

const place = fc
  .record({
    line: fc.integer({ min: 1, max: 9 }),
    column: fc.integer({ min: 1, max: 9 }),
    lines: fc.nat(2),
    columns: fc.nat(5),
  })
  .map(({ line, column, lines, columns }) => ({ line, column, endLine: line + lines, endColumn: column + columns }))

const message: fc.Arbitrary<ReportedMessage> = fc
  .record({
    ruleId: fc.constantFrom(...rules.map(({ id }) => id), 'config', 'template', 'internal-error'),
    category: fc.constantFrom(...categories, 'config' as const),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'information' as const, 'hint' as const),
    message: hostile,
    place,
    url: fc.constantFrom('', 'design-docs:/rules/x.md'),
    fixable: fc.boolean(),
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place }))

const reported: fc.Arbitrary<DocumentReport> = fc.record({
  path: hostile.filter((path) => path !== ''),
  documentType: fc.option(hostile),
  status: fc.option(hostile),
  checklist: fc.array(
    fc.record(
      {
        id: fc.constantFrom('requirements', 'scaling'),
        status: fc.constantFrom('met' as const, 'partial' as const, 'missing' as const),
        line: fc.integer({ min: 1 }),
        reason: hostile,
      },
      { requiredKeys: ['id', 'status'] },
    ),
    { maxLength: 3 },
  ),
  messages: fc.array(message, { maxLength: 4 }),
})

const report: fc.Arbitrary<Report> = fc.record({
  documents: fc.array(reported, { maxLength: 4 }),
  teamFiles: fc.array(reported, { maxLength: 2 }),
  fixed: fc.nat(3),
})

const write = (
  name: string,
  report: Report,
  { hasColors = false, isVerbose = false, showsHints = false } = {},
): string => {
  const format = lintFormats[name] ?? reviewFormats[name]
  assert.ok(format)
  return format(report, { paint: createPaint(hasColors), isVerbose, showsHints, rules, version: '1.2.3' })
}
const allMessages = ({ teamFiles, documents }: Report) =>
  [...teamFiles, ...documents].flatMap(({ path, messages }) => messages.map((message) => ({ path, message })))

const ajv = new Ajv({ strict: false })
const isJsonFormat = ajv.compile<{ documents: readonly DocumentReport[] }>(jsonFormat)
const isSarif = ajv.compile<SarifLog>(sarifFormat)

holds('json is what its page says', 60, report, (report) => {
  const parsed: unknown = JSON.parse(write('json', report))
  assert.ok(isJsonFormat(parsed), JSON.stringify(isJsonFormat.errors))
  assert.deepEqual(
    parsed.documents.map(({ messages }) => messages),
    [...report.teamFiles, ...report.documents].map(({ messages }) => messages),
  )
})

holds('sarif has what its schema demands, and leads back to path and rule', 40, report, (report) => {
  const written = write('sarif', report)
  assert.ok(written.isWellFormed())
  const log: unknown = JSON.parse(written)
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors))
  const [run] = log.runs
  assert.ok(run)
  const { tool, results } = run
  const messages = allMessages(report)
  assert.equal(results.length, messages.length)
  for (const [index, { path, message }] of messages.entries()) {
    const result = results[index]
    assert.ok(result)
    assert.deepEqual([result.ruleId, tool.driver.rules[result.ruleIndex]?.id], [message.ruleId, message.ruleId])
    assert.equal(result.message.text, message.message.toWellFormed())
    const uri = result.locations[0]?.physicalLocation.artifactLocation.uri ?? ''
    assert.match(uri, /^(?:[\w\-.!~*'()/]|%[\dA-F]{2})*$/)
    assert.equal(decodeURIComponent(uri), path.toWellFormed())
  }
})

/** The text as it is read from XML: characters that XML does not allow become replacement characters. */
const inXml = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')

holds('junit is XML, with a failure for each error and warning', 60, report, (report) => {
  const failures: string[] = []
  const counts: Record<string, number> = {}
  const declared: number[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    counts[name] = (counts[name] ?? 0) + 1
    if (name === 'failure') failures.push(String(attributes['message']))
    if (name === 'testsuites') declared.push(Number(attributes['tests']), Number(attributes['failures']))
  })
  parser.write(write('junit', report)).close()
  const wanted = allMessages(report).filter(
    ({ message: { severity } }) => severity === 'error' || severity === 'warning',
  )
  assert.deepEqual(
    failures,
    wanted.map(({ message }) => inXml(message.message)),
  )
  assert.deepEqual(declared, [counts['testcase'] ?? 0, failures.length])
})

/** Decodes the data of a workflow command as GitHub's runner does. */
const unescapeData = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeProperty = (text: string) => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))

holds('github is one command a message, which says what the message says', 60, report, (report) => {
  const lines = write('github', report).split(/\r\n?|\n/)
  assert.equal(lines.pop(), '')
  const read = lines.map((line) => {
    const [, command, properties = '', data = ''] = /^::(error|warning|notice) ([^:]*)::(.*)$/su.exec(line) ?? []
    assert.ok(command, line)
    const values = new Map(
      properties.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    )
    return [values.get('file'), values.get('title'), data].map((value, index) =>
      (index < 2 ? unescapeProperty : unescapeData)(value ?? ''),
    )
  })
  assert.deepEqual(
    read,
    allMessages(report).map(({ path, message }) => [path, message.ruleId, message.message].map(printable)),
  )
})

const shown = fc.record({ report, hasColors: fc.boolean(), isVerbose: fc.boolean(), showsHints: fc.boolean() })

holds('what is for people sends nothing to the terminal but lines and colours', 60, shown, ({ report, ...style }) => {
  for (const name of ['stylish', 'text']) {
    const written = write(name, report, style)
    assert.ok(written.endsWith('\n'))
    const plain = style.hasColors ? written.replace(/\u001b\[\d{1,2}m/g, '') : written
    assert.doesNotMatch(plain, /(?!\n)\p{Cc}|[\u2028\u2029]/u)
    assert.doesNotMatch(plain, /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, 'it would be read in another order')
    assert.equal(plain, stripVTControlCharacters(plain))
  }
})
