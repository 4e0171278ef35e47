import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { rules } from '../../src/cli/builtIn.ts'
import { replace } from './util/replace.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

test('--update-baseline records findings; --baseline hides them, reports new ones and says what can be lowered', async (context) => {
  const cwd = await createFolder(context, { 'docs/a.md': decision('TBD'), 'docs/b.md': decision('TBD'), '.git/x': '' })
  const path = join(cwd, '.design-docs/baseline.json')
  const updated = await runCli(cwd, ['lint', '--update-baseline'])
  assert.equal(updated.code, 0)
  assert.match(updated.out, /^Wrote \.design-docs\/baseline\.json\n\d+ findings will be hidden/)
  assert.deepEqual(Object.keys(JSON.parse(await readFile(path, 'utf8')).documents), ['docs/a.md', 'docs/b.md'])

  const clean = await runCli(join(cwd, 'docs'), ['lint', '--baseline', '--max-warnings', '0'])
  assert.equal(clean.code, 0, clean.out)
  assert.match(clean.err, /^design-docs: the baseline hides \d+ findings\n$/)
  assert.notEqual((await runCli(cwd, ['lint', '--max-warnings', '0'])).code, 0)

  await writeFile(join(cwd, 'docs/a.md'), `${decision('TBD')}\nTBD\n`)
  const more = await runCli(cwd, ['lint', '--baseline', '--format', 'json'])
  const messages = JSON.parse(more.out).documents.flatMap((each: { messages: unknown[] }) => each.messages)
  assert.deepEqual(
    messages.map(({ ruleId }: { ruleId: string }) => ruleId),
    ['no-placeholder'],
  )

  await rm(join(cwd, 'docs/b.md'))
  await writeFile(join(cwd, 'docs/a.md'), `${decision()}\nTBD\n`)
  const less = await runCli(cwd, ['lint', '--baseline'])
  assert.match(less.err, /in the baseline can be lowered; --update-baseline/)
  await runCli(cwd, ['lint', '--update-baseline'])
  assert.deepEqual(Object.keys(JSON.parse(await readFile(path, 'utf8')).documents), ['docs/a.md'])
})

test('a baseline that cannot be read is reported as an error in its file', async (context) => {
  const cwd = await createFolder(context, { 'a.md': decision(), '.design-docs/baseline.json': '{' })
  const { code, out } = await runCli(cwd, ['lint', '--baseline'])
  assert.equal(code, 1)
  assert.match(out, /baseline\.json {2}configuration\n.*The baseline does not have/)
})

test('mistakes in the config are reported, not recorded', async (context) => {
  const cwd = await createFolder(context, { 'a.md': decision('TBD'), '.design-docs/config.json': '{ "rulez": {} }' })
  const { code, out } = await runCli(cwd, ['lint', '--update-baseline'])
  assert.equal(code, 1)
  assert.match(out, /^Wrote .*\n.* will be hidden .*\n\.design-docs\/config\.json {2}configuration\n.*`rulez`/)
  assert.match(out, /\n1 error in the team's configuration\n$/)
})

suite('a baseline that cannot be read is not written, for what it knows would be lost', () => {
  const known = '{"version":1,"documents":{"b.md":{"(top)":{"adr-date":1}}}'
  const cases: Readonly<Record<string, readonly [content: string | Uint8Array, reason: string]>> = {
    'half of it': [known, 'is not a baseline; fix or delete it first'],
    'whole but for a count': [known.replace('1}}}', '"x"}}}}'), 'is not a baseline; fix or delete it first'],
    'of another version': ['{"version":2,"documents":{}}', 'is not a baseline; fix or delete it first'],
    'larger than 5 MB': [`${known}}${' '.repeat(5 * 1024 * 1024)}`, 'is larger than 5 MB'],
    'not UTF-8': [new Uint8Array([0x7b, 0xe9, 0x7d]), 'is not UTF-8'],
  }
  for (const [name, [content, reason]] of Object.entries(cases))
    test(name, async (context) => {
      const cwd = await createFolder(context, {
        'a.md': decision('TBD'),
        'b.md': decision('TBD'),
        '.design-docs/baseline.json': content,
      })
      const path = join(cwd, '.design-docs/baseline.json')
      const before = await readFile(path)
      const { code, out, err } = await runCli(cwd, ['lint', '--update-baseline', 'a.md'])
      assert.deepEqual([code, out], [2, ''])
      assert.ok(err.endsWith(`design-docs: .design-docs/baseline.json was not written: it ${reason}\n`), err)
      assert.ok((await readFile(path)).equals(before))
    })
})

test('--update-baseline keeps entries that were added to the file during the lint', async (context) => {
  const cwd = await createFolder(context, { 'a.md': decision('TBD'), 'b.md': decision('TBD'), '.design-docs/x': '' })
  const path = join(cwd, '.design-docs/baseline.json')
  const entry = { 'b.md': { '(top)': { 'adr-date': 1 } } }
  const calm = replace('nowhere', 'x')
  const slow = {
    ...calm,
    async *check(asked: Parameters<typeof calm.check>[0]) {
      await writeFile(path, JSON.stringify({ version: 1, documents: entry }))
      yield* calm.check(asked)
    },
  }
  assert.equal((await runCli(cwd, ['lint', '--update-baseline', 'a.md'], { rules: [...rules, slow] })).code, 0)
  const { documents } = JSON.parse(await readFile(path, 'utf8'))
  assert.deepEqual(Object.keys(documents), ['a.md', 'b.md'])
  assert.deepEqual(documents['b.md'], entry['b.md'])
})
