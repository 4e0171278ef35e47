import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createFolder, decision, runCli } from './util/runCli.ts'

test('what is written is left out, what is new is reported, what went is told', async (context) => {
  const cwd = await createFolder(context, { 'docs/a.md': decision('TBD'), 'docs/b.md': decision('TBD'), '.git/x': '' })
  const path = join(cwd, '.design-docs/baseline.json')
  const updated = await runCli(cwd, ['lint', '--update-baseline'])
  assert.equal(updated.code, 0)
  assert.match(updated.out, /^Wrote \.design-docs\/baseline\.json\n\d+ findings will be left out/)
  assert.deepEqual(Object.keys(JSON.parse(await readFile(path, 'utf8')).documents), ['docs/a.md', 'docs/b.md'])

  const clean = await runCli(join(cwd, 'docs'), ['lint', '--baseline', '--max-warnings', '0'])
  assert.equal(clean.code, 0, clean.out)
  assert.match(clean.err, /^design-docs: the baseline leaves out \d+ findings\n$/)
  assert.notEqual((await runCli(cwd, ['lint', '--max-warnings', '0'])).code, 0)

  await writeFile(join(cwd, 'docs/a.md'), `${decision('TBD')}\nTBD\n`)
  const more = await runCli(cwd, ['lint', '--baseline', '--format', 'json'])
  const messages = JSON.parse(more.out).documents.flatMap((each: { messages: unknown[] }) => each.messages)
  assert.deepEqual(
    messages.map(({ ruleId }: { ruleId: string }) => ruleId),
    ['no-placeholder'],
  )

  await rm(join(cwd, 'docs/b.md'))
  await writeFile(join(cwd, 'docs/a.md'), decision())
  const less = await runCli(cwd, ['lint', '--baseline'])
  assert.match(less.err, /in the baseline can go down; --update-baseline/)
  await runCli(cwd, ['lint', '--update-baseline'])
  assert.deepEqual(Object.keys(JSON.parse(await readFile(path, 'utf8')).documents), ['docs/a.md'])
})

test('a baseline that cannot be read is an error in its file', async (context) => {
  const cwd = await createFolder(context, { 'a.md': decision(), '.design-docs/baseline.json': '{' })
  const { code, out } = await runCli(cwd, ['lint', '--baseline'])
  assert.equal(code, 1)
  assert.match(out, /baseline\.json {2}configuration\n.*Unexpected baseline/)
})
