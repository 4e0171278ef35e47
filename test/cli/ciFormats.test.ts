import assert from 'node:assert/strict'
import { test } from 'node:test'
import { github } from '../../src/cli/formatters/github.ts'
import { junit } from '../../src/cli/formatters/junit.ts'
import { sarif } from '../../src/cli/formatters/sarif.ts'
import { document, lines, message, plain, report } from './util/reports.ts'

/** What a document may hold to break out of a format. */
const evil = message({
  severity: 'error',
  ruleId: 'config',
  message: 'Unexpected `]]></failure>&"\x1b\n::error::%0A,\ud800`',
  endLine: 4,
})
const many = () =>
  report(
    document({ path: 'a, b:c/ü %.md', messages: [message({ severity: 'hint' }), message(), evil] }),
    document({ path: 'clean.md' }),
    document({ path: 'README.md', documentType: null }),
  )

test('github writes one command a message, which nothing can leave', () => {
  assert.deepEqual(lines(github(many())), [
    '::notice file=a%2C b%3Ac/ü %25.md,line=3,endLine=3,col=1,endColumn=4,title=no-placeholder::Unexpected placeholder `TBD`',
    '::warning file=a%2C b%3Ac/ü %25.md,line=3,endLine=3,col=1,endColumn=4,title=no-placeholder::Unexpected placeholder `TBD`',
    '::error file=a%2C b%3Ac/ü %25.md,line=3,endLine=4,title=config::Unexpected `]]></failure>&" ::error::%250A,\ud800`',
    '',
  ])
})

test('junit counts errors and warnings as failures, and is XML whatever the messages hold', () => {
  const written = junit(many())
  assert.deepEqual(lines(written).slice(0, 4), [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="design-docs" tests="3" failures="2" errors="0">',
    '  <testsuite name="a, b:c/ü %.md" tests="2" failures="2" errors="0">',
    '    <testcase classname="a, b:c/ü %.md" name="no-placeholder 3:1">',
  ])
  assert.match(written, /message="Unexpected `\]\]&gt;&lt;\/failure&gt;&amp;&quot;\ufffd&#10;::error::%0A,\ufffd`"/)
  assert.match(written, /<system-out>[^<]*: hint: [^<]*<\/system-out>/)
  assert.match(written, /<testcase classname="clean.md" name="design-docs"\/>/)
  assert.doesNotMatch(written, /README|[\0-\x08\x0b-\x1f]/)
  // Each tag that opens is closed, in order.
  const open: string[] = []
  for (const [, close, name = '', self] of written.matchAll(/<(\/?)([a-z-]+)(?: [a-z]+="[^"<]*")*(\/?)>/g))
    if (close) assert.equal(open.pop(), name)
    else if (!self) open.push(name)
  assert.deepEqual(open, [])
})

test('sarif has what its schema demands', () => {
  const log = JSON.parse(sarif(many(), plain))
  assert.equal(log.version, '2.1.0')
  assert.equal(log.runs.length, 1)
  const [{ tool, results, columnKind }] = log.runs
  assert.equal(columnKind, 'utf16CodeUnits')
  assert.equal(tool.driver.name, 'design-docs')
  assert.equal(tool.driver.version, '1.2.3')
  const ids: string[] = tool.driver.rules.map(({ id }: { id: string }) => id)
  assert.deepEqual(ids, [...new Set(ids)])
  for (const rule of tool.driver.rules.slice(0, -1)) {
    assert.match(rule.shortDescription.text, /\.$/)
    assert.match(rule.defaultConfiguration.level ?? 'none', /^(?:none|note|warning|error)$/)
  }
  assert.deepEqual(
    results.map(({ level }: { level: string }) => level),
    ['note', 'warning', 'error'],
  )
  for (const { ruleId, ruleIndex, message: said, locations } of results) {
    assert.equal(ids[ruleIndex], ruleId)
    assert.ok(said.text.isWellFormed())
    const [{ physicalLocation }] = locations
    // A URI reference: relative, and with nothing that has to be encoded.
    assert.equal(physicalLocation.artifactLocation.uri, 'a%2C%20b%3Ac/%C3%BC%20%25.md')
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region
    for (const number of [startLine, startColumn, endLine, endColumn])
      assert.ok(Number.isInteger(number) && number >= 1)
    assert.ok(endLine > startLine || endColumn >= startColumn)
  }
})
