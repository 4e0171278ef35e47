import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { checklistIds } from '../../src/checklist/index.ts'
import { engines } from '../../src/cli/builtIn.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

const design = '# System Design: Parcels\n\n**Status:** Draft\n\n## Overview\n\nParcels get lost.\n'

suite('exit status', () => {
  test('is 0 when nothing is wrong and 1 for an error', async (context) => {
    const cwd = await createFolder(context, { 'README.md': '# Hello\n', 'bad/a.md': decision('Acepted') })
    assert.equal((await runCli(cwd, ['lint', 'README.md'])).code, 0)
    assert.equal((await runCli(cwd, ['lint', 'bad'])).code, 1)
    assert.equal((await runCli(cwd, ['review', 'bad/a.md'])).code, 1)
  })

  test('is 1 for warnings only if there are more than --max-warnings', async (context) => {
    const cwd = await createFolder(context, { 'a.md': `${decision()}\nTBD\n` })
    const { code, out } = await runCli(cwd, ['lint', '--format', 'json'])
    const { errors, warnings } = JSON.parse(out).summary
    assert.deepEqual([code, errors], [0, 0])
    assert.ok(warnings > 0)
    assert.equal((await runCli(cwd, ['lint', '--max-warnings', String(warnings)])).code, 0)
    for (const options of [[], ['--quiet'], ['--format', 'json']]) {
      const few = await runCli(cwd, ['lint', '--max-warnings', '0', ...options])
      assert.equal(few.code, 1)
      assert.match(few.err, /^design-docs: \d+ warnings?, but at most 0 are allowed\n$/)
    }
  })

  const wrong: Readonly<Record<string, RegExp>> = {
    'lint --nope': /^design-docs: Unknown option `--nope`\n$/,
    'lint --quite': /^design-docs: Unknown option `--quite`: did you mean `--quiet`\?\n$/,
    'lint --format jsn': /^design-docs: Unknown format `jsn`: did you mean `json`\?\n$/,
    'lint --type system': /^design-docs: Unknown document type `system`: did you mean `system-design`\?\n$/,
    'rules no-placeholders': /^design-docs: Unknown rule `no-placeholders`: did you mean `no-placeholder`\?\n$/,
    lnit: /^design-docs: Unknown command `lnit`: did you mean `lint`\?\n$/,
    'lint --type': /^design-docs: `--type` needs a value: ID\n$/,
    'lint --max-warnings --quiet': /^design-docs: `--max-warnings` needs a value: N\n$/,
    'lint --cache-location x': /^design-docs: `--cache-location` needs `--cache`: give both\n$/,
    'lint -': /^design-docs: `-` is not standard input: use `--stdin`\n$/,
    'review -': /^design-docs: `-` is not standard input/,
    'new rfc docs/rfcs extra': /^design-docs: Unexpected `extra`: give the title with `--title`\n$/,
    'lint --type nope': /^design-docs: Unknown document type `nope`: choose .*`adr`.*\n$/,
    'lint --format nope':
      /^design-docs: Unknown format `nope`: choose `stylish`, `json`, `sarif`, `github` or `junit`\n$/,
    'lint --format constructor': /^design-docs: Unknown format/,
    'lint --max-warnings many': /^design-docs: `--max-warnings` takes a number, not `many`\n$/,
    review: /^design-docs: Name one file/,
    'review a.md b.md': /^design-docs: Name one file/,
    'review .': /^design-docs: \. is a folder\n$/,
    'review a.md --type nope': /^design-docs: Unknown document type `nope`/,
    'rules no-placeholder adr-date': /^design-docs: Name one rule/,
    'types adr': /^design-docs: `design-docs types` takes no arguments\n$/,
    'rules nope': /^design-docs: Unknown rule `nope`/,
    nope: /^design-docs: Unknown command `nope`: choose `lint`/,
    '--nope': /^design-docs: Unknown option `--nope`/,
    'help nope': /^design-docs: Unknown command `nope`/,
    // An empty argument at the end, as a script passes it for a variable that is not set.
    'lint --fix ': /^design-docs: An argument is empty: give a path or a name\n$/,
    'lint --update-baseline a.md ': /^design-docs: An argument is empty/,
    'review ': /^design-docs: An argument is empty/,
    'new adr ': /^design-docs: An argument is empty/,
    'adr index ': /^design-docs: An argument is empty/,
    'adr index --write ': /^design-docs: `--write` needs a value: FILE\n$/,
    'new adr --title ': /^design-docs: `--title` needs a value: TITLE\n$/,
    'lint --max-warnings ': /^design-docs: `--max-warnings` needs a value: N\n$/,
  }
  for (const [args, reason] of Object.entries(wrong))
    test(`is 2, with one line on standard error, for: ${args}`, async (context) => {
      const { code, out, err } = await runCli(await createFolder(context, { 'a.md': '' }), args.split(' '))
      assert.equal(code, 2)
      assert.match(err, reason)
      assert.equal(err.split('\n').length, 2)
      assert.equal(out, '')
    })
})

suite('lint', () => {
  test('goes on after a document that triggers a bug', async (context) => {
    const cwd = await createFolder(context, { 'a.md': '```mermaid\n```\n', 'b.md': decision() })
    const engine = engines.find(({ id }) => id === 'mermaid')
    assert.ok(engine)
    const broken = { ...engine, kindOf: () => assert.fail('a bug') }
    const { code, out, err } = await runCli(cwd, ['lint'], { engines: [broken] })
    assert.equal(code, 2)
    assert.match(err, /^design-docs: a\.md was not linted because of a bug in design-docs: .*a bug.*\n$/)
    assert.match(out, /^1 file, 1 design document/m)
    assert.equal((await runCli(cwd, ['review', 'a.md'], { engines: [broken] })).code, 2)
    const overview = await runCli(cwd, ['report', '--format', 'json'], { engines: [broken] })
    assert.equal(overview.code, 2)
    assert.match(overview.err, /^design-docs: a\.md was not linted because of a bug/)
    assert.match(overview.out, /"b\.md"/)
  })

  test('finds Markdown files, but skips hidden folders and node_modules unless they are named', async (context) => {
    const files = ['b.md', 'a.MARKDOWN', 'c.txt', 'x/d.md', '.hidden/e.md', 'node_modules/f/g.md', '.git/h.md']
    const cwd = await createFolder(context, Object.fromEntries(files.map((path) => [path, '# Hi\n'])))
    const paths = async (...args: string[]) =>
      JSON.parse((await runCli(cwd, ['lint', ...args, '--format', 'json'])).out).documents.map(
        ({ path }: { path: string }) => path,
      )
    assert.deepEqual(await paths(), ['a.MARKDOWN', 'b.md', 'x/d.md'])
    assert.deepEqual(await paths('.hidden', 'c.txt', 'b.md', './b.md'), ['.hidden/e.md', 'c.txt', 'b.md'])
  })

  test('lists hints in formats for people only with --hints, and always in JSON', async (context) => {
    const cwd = await createFolder(context, {})
    await runCli(cwd, ['new', 'system-design', '--title', 'Orders'])
    const { out, code } = await runCli(cwd, ['lint'])
    assert.equal(code, 0)
    assert.match(
      out,
      /^orders\.md {2}system-design\n {2}1:1 {2}info {2}\d+ places to fill in.*\n\n.* hints \(--hints lists them\)\n$/,
    )
    assert.ok((await runCli(cwd, ['lint', '--hints'])).out.match(/ hint /g)?.length)
    const { documents } = JSON.parse((await runCli(cwd, ['lint', '--format', 'json'])).out)
    assert.ok(documents[0].messages.filter(({ severity }: { severity: string }) => severity === 'hint').length > 20)
  })

  test('reports the detected type of each file', async (context) => {
    const cwd = await createFolder(context, { 'a.md': design, 'b.md': decision(), 'c.md': '# Notes\n' })
    const { out } = await runCli(cwd, ['lint', '--verbose'])
    assert.match(out, /^a\.md {2}system-design$/m)
    assert.match(out, /^b\.md {2}adr$/m)
    assert.match(out, /^c\.md {2}not a design document$/m)
    const { documents } = JSON.parse((await runCli(cwd, ['lint', '--format', 'json'])).out)
    assert.deepEqual(
      documents.map((document: { documentType: string; status: string; checklist: unknown[] }) => [
        document.documentType,
        document.status,
        document.checklist.length,
      ]),
      [
        ['system-design', 'Draft', 11],
        ['adr', 'Accepted', 0],
        [null, null, 0],
      ],
    )
  })

  test('--type overrides the type of all files', async (context) => {
    const cwd = await createFolder(context, { 'c.md': '# Notes\n' })
    const { out } = await runCli(cwd, ['lint', '--type', 'system-design', '--format', 'json'])
    const [{ documentType, checklist, messages }] = JSON.parse(out).documents
    assert.equal(documentType, 'system-design')
    assert.deepEqual(
      checklist.map(({ id }: { id: string }) => id),
      checklistIds,
    )
    assert.ok(messages.length > 0)
  })

  test('gives columns in UTF-16 units and does not count a byte order mark', async (context) => {
    const text = `\uFEFF# ADR-0007: Use 𝒳\n\n- **Date:** 𝒳𝒳 TBD\n`
    const cwd = await createFolder(context, { 'a.md': text })
    const [{ messages }] = JSON.parse((await runCli(cwd, ['lint', '--format', 'json'])).out).documents
    const found = messages.find(({ ruleId }: { ruleId: string }) => ruleId === 'no-placeholder')
    assert.deepEqual([found.line, found.column, found.endColumn], [3, 18, 21])
  })
})

test('decisions have no checklist, whatever the id of their type; every other design has one', async (context) => {
  const named = (id: string) => `---\ndocumentType: ${id}\n---\n# T\n`
  const ids = ['madr', 'decision-log', 'adrift', 'component-design', 'rfc', 'adr-nygard']
  const cwd = await createFolder(context, Object.fromEntries(ids.map((id) => [`${id}.md`, named(id)])))
  const { documents } = JSON.parse((await runCli(cwd, ['lint', '--format', 'json'])).out)
  assert.deepEqual(
    documents.map(({ documentType: id, checklist }: { documentType: string; checklist: unknown[] }) => [
      id,
      checklist.length,
    ]),
    ids.toSorted().map((id) => [id, ['adrift', 'component-design', 'rfc'].includes(id) ? 11 : 0]),
  )
})

suite('review', () => {
  test('shows the status, date and links of a decision, and no checklist', async (context) => {
    const links = '- **Supersedes:** [ADR-0003](0003-old.md)\n- **Deciders:**'
    const text = decision('Proposed').replace('- **Deciders:**', links)
    const cwd = await createFolder(context, { 'a.md': text })
    const { out } = await runCli(cwd, ['review', 'a.md'])
    assert.match(out, /^a\.md {2}adr · Proposed\n\n {2}Status +line 3 +Proposed\n {2}Date +line 4 +2026-03-09\n/)
    assert.match(out, /^ {2}Supersedes +line 5 +ADR-0003/m)
    assert.doesNotMatch(out, /requirements|missing/)
    assert.match(out, /adr-supersedes/, 'its findings')
    assert.match((await runCli(cwd, ['review', 'a.md', '--type', 'system-design'])).out, /✗ components/)
  })

  test('includes the checklist in JSON for every document, whatever its type', async (context) => {
    const cwd = await createFolder(context, { 'a.md': decision(), 'b.md': '# Notes\n' })
    for (const [file, documentType] of [
      ['a.md', 'adr'],
      ['b.md', null],
    ] as const) {
      const parsed = JSON.parse((await runCli(cwd, ['review', file, '--format', 'json'])).out)
      assert.equal(parsed.version, 1)
      assert.equal(parsed.documents[0].documentType, documentType)
      assert.equal(parsed.documents[0].checklist.length, 11)
    }
    assert.match((await runCli(cwd, ['review', 'b.md'])).out, /✗ requirements/)
  })
})

test('types and rules list what is available; help and --version print their texts', async (context) => {
  const cwd = await createFolder(context, {
    '.design-docs/templates/rfc.md': '---\ndocumentType: rfc\ntitle: Request for comments\n---\n# RFC: ${1:[Title]}\n',
  })
  assert.match((await runCli(cwd, ['types'])).out, /^rfc +Request for comments +\.design-docs\/templates\/rfc\.md$/m)
  assert.match((await runCli(cwd, ['rules'])).out, /^required-section +warning +structure +Require/m)
  for (const args of [[], ['help'], ['help', 'help'], ['--help'], ['-h']]) {
    const { code, out } = await runCli(cwd, args)
    assert.equal(code, 0)
    assert.match(out, /design-docs lint/)
  }
  for (const args of [
    ['help', 'lint'],
    ['lint', '--help'],
  ])
    assert.match((await runCli(cwd, args)).out, /--max-warnings N/)
  assert.match((await runCli(cwd, ['--version'])).out, /^\d+\.\d+\.\d+\n$/)
})
