import assert from 'node:assert/strict'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { createFolder, runCli } from './util/runCli.ts'

const nygard = (title: string, status: string) =>
  `# ${title}\n\nDate: 2026-03-09\n\n## Status\n\n${status}\n\n## Context\n\nc\n\n## Decision\n\nd\n\n## Consequences\n\ne\n`
const files = {
  'docs/adr/README.md': '# Our decisions\n',
  'docs/adr/0002-use-a-queue.md': nygard('2. Use a | queue', 'Accepted\n\nSupersedes [1. Poll](0001-poll.md)'),
  'docs/adr/0001-poll.md': nygard('1. Poll', 'Superseded by [2. Use a queue](./0002-use-a-queue.md)'),
  'docs/adr/0010-later.md': '---\nstatus: proposed\ndate: 2026-04-01\n---\n# Later [maybe]\n',
  'docs/guide.md': '# Guide\n\n**Status:** Draft\n',
}
const rows = [
  '| Number | Decision | Status | Date | Superseded by |',
  '| -: | - | - | - | - |',
  '| 1 | [Poll](0001-poll.md) | Superseded | 2026-03-09 | [2. Use a queue](0002-use-a-queue.md) |',
  '| 2 | [Use a \\| queue](0002-use-a-queue.md) | Accepted | 2026-03-09 | |',
  '| 10 | [Later \\[maybe\\]](0010-later.md) | proposed | 2026-04-01 | |',
]
const table = `${rows.join('\n')}\n`
const marked = (between: string) => `<!-- adr index -->\n\n${between}\n<!-- /adr index -->\n`

suite('adr index', () => {
  test('prints the decisions of a folder as a table', async (context) => {
    const cwd = await createFolder(context, files)
    assert.deepEqual(await runCli(cwd, ['adr', 'index', 'docs/adr']), { code: 0, out: table, err: '' })
    assert.match(
      (await runCli(cwd, ['adr', 'index'])).out,
      /\| 1 \| \[Poll\]\(docs\/adr\/0001-poll\.md\) .*docs\/adr\/0002/,
    )
  })

  test('does not list the file that it has written, whatever it is called', async (context) => {
    const cwd = await createFolder(context, files)
    await runCli(cwd, ['adr', 'index', 'docs/adr', '--write', 'docs/adr/decisions.md'])
    assert.equal((await runCli(cwd, ['adr', 'index', 'docs/adr'])).out, table)
  })

  test('says that a folder has no decisions', async (context) => {
    const cwd = await createFolder(context, { 'docs/guide.md': '# Guide\n' })
    assert.deepEqual(await runCli(cwd, ['adr', 'index', 'docs']), {
      code: 0,
      out: `${rows.slice(0, 2).join('\n')}\n`,
      err: 'design-docs: docs has no decision records\n',
    })
  })

  test('prints no table for a folder that does not exist', async (context) => {
    const cwd = await createFolder(context, {})
    assert.deepEqual(await runCli(cwd, ['adr', 'index', 'nowhere']), {
      code: 2,
      out: '',
      err: 'design-docs: nowhere does not exist\n',
    })
  })

  test('--write creates a file, then replaces only the text between its marks', async (context) => {
    const cwd = await createFolder(context, files)
    const write = ['adr', 'index', 'docs/adr', '--write', 'docs/adr/index.md']
    const text = () => readFile(join(cwd, 'docs/adr/index.md'), 'utf8')
    assert.deepEqual(await runCli(cwd, write), { code: 0, out: 'docs/adr/index.md\n', err: '' })
    assert.equal(await text(), `# Decisions\n\n${marked(table)}`)
    const before = await stat(join(cwd, 'docs/adr/index.md'))
    assert.equal((await runCli(cwd, write)).code, 0)
    assert.equal(
      (await stat(join(cwd, 'docs/adr/index.md'))).mtimeMs,
      before.mtimeMs,
      'what is right is not written again',
    )
  })

  test('--write keeps the text around the marks, the line endings and the byte order mark', async (context) => {
    const readme = `\uFEFF# Ours\n\n\`\`\`\n<!-- adr index -->\n\`\`\`\n\n${marked('old\n')}\nThe end.\n`
    const cwd = await createFolder(context, { ...files, 'README.md': readme.replaceAll('\n', '\r\n') })
    assert.equal((await runCli(cwd, ['adr', 'index', 'docs/adr', '--write', 'README.md'])).code, 0)
    const inRoot = table.replace(/\]\(0/g, '](docs/adr/0')
    const expected = readme.replace('old\n', inRoot).replaceAll('\n', '\r\n')
    assert.equal(await readFile(join(cwd, 'README.md'), 'utf8'), expected)
  })

  test('--check says whether the table is up to date, and writes nothing', async (context) => {
    const cwd = await createFolder(context, { ...files, 'README.md': marked('old\n').replaceAll('\n', '\r\n') })
    const check = ['adr', 'index', 'docs/adr', '--check', 'README.md']
    const text = () => readFile(join(cwd, 'README.md'), 'utf8')
    const before = await text()
    const old = 'README.md is out of date; `design-docs adr index docs/adr --write README.md` updates it'
    assert.deepEqual(await runCli(cwd, check), { code: 1, out: '', err: `design-docs: ${old}\n` })
    assert.equal(await text(), before)
    await runCli(cwd, ['adr', 'index', 'docs/adr', '--write', 'README.md'])
    assert.deepEqual(await runCli(cwd, check), { code: 0, out: '', err: '' })
    await writeFile(join(cwd, 'docs/adr/0011-new.md'), nygard('11. New', 'Proposed'))
    assert.equal((await runCli(cwd, check)).code, 1)
  })

  test('--check names a command that a shell takes as it is', async (context) => {
    const cwd = await createFolder(context, { ...files, "the $team's list.md": marked('old\n') })
    const { err } = await runCli(cwd, ['adr', 'index', 'docs/adr', '--check', "the $team's list.md"])
    assert.ok(err.includes("`design-docs adr index docs/adr --write 'the $team'\\''s list.md'` updates it"), err)
  })

  test('--check fails where --write would, and never creates a file', async (context) => {
    const cwd = await createFolder(context, {
      ...files,
      'INDEX.md': '# Mine\n',
      'README.md': marked('old\n'),
      'docs/none/a.md': '# A\n',
    })
    const checks = [
      ['INDEX.md', 'INDEX.md has no `<!-- adr index -->`'],
      ['NEW.md', 'NEW.md does not exist'],
    ] as const
    for (const [file, reason] of checks) {
      const { code, out, err } = await runCli(cwd, ['adr', 'index', 'docs/adr', '--check', file])
      assert.deepEqual([code, out], [2, ''])
      assert.ok(err.startsWith(`design-docs: ${reason}`), err)
    }
    await assert.rejects(stat(join(cwd, 'NEW.md')))
    const wrong = await runCli(cwd, ['adr', 'index', 'docs/none', '--check', 'README.md'])
    assert.equal(wrong.code, 2)
    assert.doesNotMatch(wrong.err, /updates it/)
    const both = await runCli(cwd, ['adr', 'index', '--check', 'INDEX.md', '--write', 'INDEX.md'])
    assert.deepEqual(both, { code: 2, out: '', err: 'design-docs: `--check` writes nothing: leave out `--write`\n' })
  })

  const refused: Readonly<Record<string, readonly [string, RegExp]>> = {
    'no marks': ['# Mine\n', /^design-docs: INDEX\.md has no `<!-- adr index -->` and/],
    'marks in the wrong order': [
      '<!-- /adr index -->\n\n<!-- adr index -->\n',
      /INDEX\.md has `<!-- \/adr index -->` before/,
    ],
    'two places': [marked('') + marked(''), /INDEX\.md has more than one place/],
  }
  for (const [name, [text, reason]] of Object.entries(refused))
    test(`--write does not change a file that has ${name}`, async (context) => {
      const cwd = await createFolder(context, { ...files, 'INDEX.md': text })
      const { code, out, err } = await runCli(cwd, ['adr', 'index', 'docs/adr', '--write', 'INDEX.md'])
      assert.deepEqual([code, out, err.split('\n').length], [2, '', 2])
      assert.match(err, reason)
      assert.equal(await readFile(join(cwd, 'INDEX.md'), 'utf8'), text)
    })

  test('--write writes nothing if the file is read-only or a decision cannot be read', async (context) => {
    const cwd = await createFolder(context, { ...files, 'INDEX.md': marked('old\n') })
    await chmod(join(cwd, 'INDEX.md'), 0o444)
    const write = ['adr', 'index', 'docs/adr', '--write', 'INDEX.md']
    assert.match((await runCli(cwd, write)).err, /^design-docs: INDEX\.md is read-only\n$/)
    await chmod(join(cwd, 'INDEX.md'), 0o644)
    const broken = await createFolder(context, { ...files, 'docs/adr/0003-x.md': new Uint8Array([0xff, 0xfe, 0]) })
    const { code, err } = await runCli(broken, ['adr', 'index', 'docs/adr', '--write', 'NEW.md'])
    assert.equal(code, 2)
    assert.match(err, /0003-x\.md is UTF-16/)
    await assert.rejects(stat(join(broken, 'NEW.md')))
  })

  test('reports wrong arguments in one line', async (context) => {
    const cwd = await createFolder(context, files)
    for (const args of [['adr'], ['adr', 'list'], ['adr', 'index', 'a', 'b'], ['adr', 'index', 'nowhere']]) {
      const { code, err } = await runCli(cwd, args)
      assert.equal(code, 2)
      assert.equal(err.split('\n').length, 2, err)
    }
  })
})
