import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmod, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { decode } from '../../src/cli/readText.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

suite('a document that cannot be read is one line and exit status 2, and the others are linted', () => {
  const good = decision('Acepted')
  const cases: Readonly<Record<string, readonly [content: string | Uint8Array, reason: RegExp]>> = {
    'a binary file': [new Uint8Array([35, 32, 0, 1, 2]), /^design-docs: bad\.md is a binary file\n$/],
    'a file that is not UTF-8': [new Uint8Array([35, 32, 0xe9, 10]), /^design-docs: bad\.md is not UTF-8\n$/],
    'a UTF-16 file': [new Uint8Array([0xff, 0xfe, 35, 0]), /^design-docs: bad\.md is UTF-16: save it as UTF-8\n$/],
    'a file of 10 MB': ['# A\n'.repeat(2_500_000), /^design-docs: bad\.md is larger than 5 MB\n$/],
  }
  for (const [name, [content, reason]] of Object.entries(cases))
    test(name, async (context) => {
      const cwd = await createFolder(context, { 'bad.md': content, 'good.md': good })
      const { code, out, err } = await runCli(cwd, ['lint'])
      assert.equal(code, 2)
      assert.match(err, reason)
      assert.match(out, /^good\.md {2}adr$/m)
      assert.match(out, /1 file, 1 design document: 1 error/)
    })

  test('a broken link, and a link that leads back to itself', async (context) => {
    const cwd = await createFolder(context, { 'good.md': good })
    await symlink('nowhere.md', join(cwd, 'broken.md'))
    await symlink('circle.md', join(cwd, 'circle.md'))
    await symlink('.', join(cwd, 'folder'))
    const { code, out, err } = await runCli(cwd, ['lint'])
    assert.equal(code, 2)
    assert.equal(
      err,
      'design-docs: broken.md is a symbolic link to a file that does not exist\n' +
        'design-docs: circle.md is a symbolic link that leads back to itself\n',
    )
    assert.match(out, /^1 file,/m)
  })

  test('a missing file, and a pipe', {
    skip: process.platform === 'win32' && 'there are no pipes',
  }, async (context) => {
    const cwd = await createFolder(context, { 'good.md': good })
    spawnSync('mkfifo', [join(cwd, 'pipe.md')])
    const { code, out, err } = await runCli(cwd, ['lint', 'none.md', 'pipe.md', 'good.md', 'good.md/x.md'])
    assert.equal(code, 2)
    assert.equal(
      err,
      'design-docs: none.md does not exist\ndesign-docs: good.md/x.md does not exist\n' +
        'design-docs: pipe.md is not a regular file\n',
    )
    assert.match(out, /^1 file,/m)
  })

  const isRoot = process.getuid?.() === 0
  test('a file and a folder without read permission', {
    skip: isRoot && 'root may read everything',
  }, async (context) => {
    const cwd = await createFolder(context, { 'bad.md': good, 'good.md': good, 'closed/a.md': good })
    await chmod(join(cwd, 'bad.md'), 0)
    await chmod(join(cwd, 'closed'), 0)
    const { code, out, err } = await runCli(cwd, ['lint'])
    await chmod(join(cwd, 'closed'), 0o700)
    assert.equal(code, 2)
    assert.match(err, /bad\.md may not be opened: no permission/)
    assert.match(err, /closed may not be opened: no permission/)
    assert.match(out, /^1 file,/m)
  })
})

suite('a document that is odd is linted all the same', () => {
  const cases: Readonly<Record<string, string>> = {
    'an empty file': '',
    'only a byte order mark': '\uFEFF',
    'a file without headings': 'Just words.\n',
    'an unclosed fence': '# System Design: A\n\n```mermaid\nflowchart LR\n',
    'an unclosed comment': '# System Design: A\n\n<!-- never closed\n',
    'broken front matter': '---\ntitle: [x\n---\n# System Design: A\n',
    'front matter that is no map': '---\n- a\n---\n# System Design: A\n',
    'unknown type in the front matter': '---\ndocumentType: nope\n---\n# A\n',
  }
  for (const [name, content] of Object.entries(cases))
    for (const command of [['lint'], ['lint', '--type', 'system-design'], ['review', 'a.md']])
      test(`${name}: ${command.join(' ')}`, async (context) => {
        const cwd = await createFolder(context, { 'a.md': content })
        const { code, out, err } = await runCli(cwd, [...command, '--format', 'json'])
        assert.equal(err, '')
        assert.notEqual(code, 2)
        const [document] = JSON.parse(out).documents
        assert.equal(document.path, 'a.md')
        for (const { ruleId, line, column } of document.messages) {
          assert.notEqual(ruleId, 'internal-error')
          assert.ok(line >= 1 && column >= 1)
        }
      })
})

test('decode returns the text of a file, with or without a byte order mark', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  assert.deepEqual(decode(bytes('\uFEFF# A')), { text: '# A', hasMark: true })
  assert.deepEqual(decode(bytes('')), { text: '', hasMark: false })
  assert.deepEqual(decode(bytes('ä𝒳')), { text: 'ä𝒳', hasMark: false })
  // Far from the start, a NUL is a typing error and not the sign of a binary file.
  assert.equal(decode(bytes(`${'a'.repeat(9000)}\0`)).failure, undefined)
})
