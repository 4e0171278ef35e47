import assert from 'node:assert/strict'
import { chmod, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { replace } from './util/replace.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

const text = decision()

suite('--fix', () => {
  test('applies safe fixes until nothing changes, and prints how many', async (context) => {
    const cwd = await createFolder(context, { 'a.md': text })
    const rules = [replace('slow', 'late'), replace('late', 'behind')]
    const { code, out } = await runCli(cwd, ['lint', '--fix'], { rules })
    assert.equal(code, 0)
    assert.equal(out, '1 file, 1 design document: 2 problems fixed, no findings\n')
    assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), text.replace('slow', 'behind'))
  })

  test('keeps the byte order mark, line endings and file mode', async (context) => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const cwd = await createFolder(context, { 'docs/a.md': windows })
    await chmod(join(cwd, 'docs/a.md'), 0o640)
    const rules = [replace('slow', 'slow\nand late')]
    const { out } = await runCli(cwd, ['lint', '--fix'], { rules: [...rules] })
    assert.match(out, /10 problems fixed/)
    const fixed = await readFile(join(cwd, 'docs/a.md'), 'utf8')
    assert.ok(fixed.startsWith('\uFEFF# ADR'))
    assert.ok(fixed.includes('slow\r\nand late'))
    assert.doesNotMatch(fixed, /(?<!\r)\n/)
    assert.equal((await stat(join(cwd, 'docs/a.md'))).mode & 0o777, 0o640)
    assert.deepEqual(await readdir(join(cwd, 'docs')), ['a.md'])
  })

  test('does not write a file without fixes, or with fixes that need an answer', async (context) => {
    const cwd = await createFolder(context, { 'a.md': text })
    const before = await stat(join(cwd, 'a.md'))
    for (const rule of [replace('slow', 'late', false), replace('nowhere', 'x')])
      await runCli(cwd, ['lint', '--fix'], { rules: [rule] })
    const after = await stat(join(cwd, 'a.md'))
    assert.deepEqual([after.mtimeMs, after.ino], [before.mtimeMs, before.ino])
  })

  test('is required for writing; without it, JSON says which messages are fixable', async (context) => {
    const cwd = await createFolder(context, { 'a.md': text })
    const rules = [replace('slow', 'late'), replace('Orders', 'Parcels', false)]
    const { out } = await runCli(cwd, ['lint', '--format', 'json'], { rules })
    assert.deepEqual(
      JSON.parse(out).documents[0].messages.map(({ fixable }: { fixable: boolean }) => fixable),
      [false, true],
    )
    assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), text)
  })

  test('reports a read-only file as it is, with one line and exit status 2, and fixes the others', async (context) => {
    const cwd = await createFolder(context, { 'a.md': text, 'b.md': text })
    await chmod(join(cwd, 'a.md'), 0o444)
    const { code, out, err } = await runCli(cwd, ['lint', '--fix'], { rules: [replace('slow', 'late')] })
    assert.equal(code, 2)
    assert.match(out, /^a\.md .*\n.*Unexpected `slow`.*\n\n2 files, 2 design documents: 1 problem fixed, 1 warning\n$/)
    assert.equal(err, 'design-docs: a.md was not fixed: it is read-only\n')
    assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), text)
    assert.equal(await readFile(join(cwd, 'b.md'), 'utf8'), text.replace('slow', 'late'))
  })

  test('does not recreate a file that was moved away during the lint', async (context) => {
    const cwd = await createFolder(context, { 'a.md': text })
    const slow = replace('slow', 'late')
    const rule = {
      ...slow,
      async *check(asked: Parameters<typeof slow.check>[0]) {
        await rename(join(cwd, 'a.md'), join(cwd, 'b.md')).catch(() => undefined)
        yield* slow.check(asked)
      },
    }
    const { code, err } = await runCli(cwd, ['lint', '--fix', 'a.md'], { rules: [rule] })
    assert.equal(code, 2)
    assert.equal(err, 'design-docs: a.md was not fixed: it does not exist\n')
    assert.deepEqual(await readdir(cwd), ['b.md'])
  })
})
