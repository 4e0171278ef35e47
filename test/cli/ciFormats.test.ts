import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { Ajv } from 'ajv'
import { github } from '../../src/cli/formatters/github.ts'
import { junit } from '../../src/cli/formatters/junit.ts'
import { sarif } from '../../src/cli/formatters/sarif.ts'
import { readXml } from './util/readXml.ts'
import { document, lines, message, plain, report } from './util/reports.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

/** Texts that could break out of a format. */
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

test('github writes one command per message, and no text in a message breaks out of it', () => {
  assert.deepEqual(lines(github(many())), [
    '::notice file=a%2C b%3Ac/ü %25.md,line=3,endLine=3,col=1,endColumn=4,title=no-placeholder::Unexpected placeholder `TBD`',
    '::warning file=a%2C b%3Ac/ü %25.md,line=3,endLine=3,col=1,endColumn=4,title=no-placeholder::Unexpected placeholder `TBD`',
    '::error file=a%2C b%3Ac/ü %25.md,line=3,endLine=4,title=config::Unexpected `]]></failure>&" ::error::%250A,\ud800`',
    '',
  ])
})

test('junit counts errors and warnings as failures, and stays valid XML whatever the messages contain', () => {
  const written = junit(many())
  assert.deepEqual(lines(written).slice(0, 4), [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="design-docs" tests="3" failures="2" errors="0">',
    '  <testsuite name="a, b:c/ü %.md" tests="2" failures="2" errors="0">',
    '    <testcase classname="a, b:c/ü %.md" name="no-placeholder 3:1 Unexpected placeholder `TBD`">',
  ])
  assert.match(written, /message="Unexpected `\]\]&gt;&lt;\/failure&gt;&amp;&quot;\ufffd&#10;::error::%0A,\ufffd`"/)
  assert.match(written, /<system-out>[^<]*: hint: [^<]*<\/system-out>/)
  assert.match(written, /<testcase classname="clean.md" name="design-docs"\/>/)
  assert.doesNotMatch(written, /README|[\0-\x08\x0b-\x1f]/)
})

test('an XML parser reads from junit output exactly what was found', () => {
  const all = readXml(junit(many()))
  const ofKind = (name: string) => all.filter((element) => element.name === name)
  assert.deepEqual(ofKind('testsuites')[0]?.attributes, { name: 'design-docs', tests: '3', failures: '2', errors: '0' })
  assert.deepEqual(
    ofKind('testsuite').map(({ attributes }) => [attributes['name'], attributes['tests'], attributes['failures']]),
    [
      ['a, b:c/ü %.md', '2', '2'],
      ['clean.md', '1', '0'],
    ],
  )
  const [, second] = ofKind('failure')
  // What XML cannot contain is replaced; everything else is unchanged.
  const said = evil.message.replace('\x1b', '\ufffd').replace('\ud800', '\ufffd')
  assert.deepEqual(second?.attributes, { type: 'error', message: said })
  assert.equal(second?.text, `a, b:c/ü %.md:3:1: error: ${said} (config)`)
  const names = ofKind('testcase').map(({ attributes }) => attributes['name'])
  assert.deepEqual(names, [`no-placeholder 3:1 ${message().message}`, `config 3:1 ${said}`, 'design-docs'])
  assert.equal(ofKind('system-out')[0]?.text, `a, b:c/ü %.md:3:1: hint: ${message().message} (no-placeholder)\n`)
})

/** Parses a line as the runner of GitHub Actions does; undefined if it is not a command. */
function readCommand(line: string) {
  const [, name, properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
  const codes: Readonly<Record<string, string>> = { '%25': '%', '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' }
  const decode = (text: string) => text.replace(/%(?:25|0D|0A|3A|2C)/g, (code) => codes[code] ?? code)
  const pairs = properties.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(decode))
  return name === undefined ? undefined : { name, ...Object.fromEntries(pairs), data: decode(data) }
}

test('a GitHub Actions runner reads from github output exactly what was found', () => {
  const commands = lines(github(many())).slice(0, -1).map(readCommand)
  const place = { file: 'a, b:c/ü %.md', line: '3', endLine: '3', col: '1', endColumn: '4', title: 'no-placeholder' }
  assert.deepEqual(commands[1], { name: 'warning', ...place, data: message().message })
  const { col: _, endColumn: __, ...evilPlace } = place
  const data = evil.message.replace('\x1b\n', ' ')
  assert.deepEqual(commands[2], { name: 'error', ...evilPlace, endLine: '4', title: 'config', data })
})

suite('sarif against the published schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../fixtures/sarif/sarif-schema-2.1.0.json', import.meta.url), 'utf8'))
  // The schema is written in draft 4, which differs from what Ajv expects in these two keys.
  const { id: $id, $schema: _, ...rest } = schema
  const ajv = new Ajv({ strict: false, allErrors: true })
  ajv.addFormat('uri', (text) => URL.canParse(text))
  ajv.addFormat(
    'uri-reference',
    (text) => URL.canParse(text, 'file:///') && !/[^!#-;=?-[\]_a-z~%]|%(?![0-9a-f]{2})/i.test(text),
  )
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)))
  const isValid = ajv.compile({ $id, ...rest })
  const validate = (log: unknown) => {
    isValid(log)
    return isValid.errors ?? []
  }

  test('is valid whatever the messages contain', () => {
    assert.deepEqual(validate(JSON.parse(sarif(many(), plain))), [])
  })

  test('is valid for a real run, including errors in the team’s files', async (context) => {
    const cwd = await createFolder(context, {
      '.design-docs/config.json': '{ "what": 1 }',
      'docs/ü (1) #2.md': decision('Acepted'),
    })
    const { out } = await runCli(cwd, ['lint', '--format', 'sarif'])
    const log = JSON.parse(out)
    assert.ok(log.runs[0].results.length > 1)
    assert.deepEqual(validate(log), [])
  })

  test('is rejected by the schema if it is wrong', () => {
    const log = JSON.parse(sarif(many(), plain))
    const [run] = log.runs
    const [result] = run.results
    const wrong = [
      { ...log, version: '2.0.0' },
      { ...log, runs: [{ ...run, results: [{ ...result, level: 'hint' }] }] },
      { ...log, runs: [{ ...run, results: [{ ...result, message: {} }] }] },
      { ...log, runs: [{ ...run, surprise: 1 }] },
      {
        ...log,
        runs: [
          {
            ...run,
            results: [{ ...result, locations: [{ physicalLocation: { artifactLocation: { uri: 'a b.md' } } }] }],
          },
        ],
      },
      {
        ...log,
        runs: [
          {
            ...run,
            results: [
              {
                ...result,
                locations: [
                  { physicalLocation: { ...result.locations[0].physicalLocation, region: { startLine: 0 } } },
                ],
              },
            ],
          },
        ],
      },
    ]
    for (const each of wrong) assert.notDeepEqual(validate(each), [])
  })
})

test('sarif has what code scanning services require', () => {
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
    // A relative URI reference, with everything encoded that has to be.
    assert.equal(physicalLocation.artifactLocation.uri, 'a%2C%20b%3Ac/%C3%BC%20%25.md')
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region
    for (const number of [startLine, startColumn, endLine, endColumn])
      assert.ok(Number.isInteger(number) && number >= 1)
    assert.ok(endLine > startLine || endColumn >= startColumn)
  }
})
