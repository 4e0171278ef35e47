import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { workbenchAddress } from './address.ts'
import { inWords, sum } from './counts.ts'
import { repository, temporaryWorkspace } from './paths.ts'
import { until } from './until.ts'
import { zipEntries } from './zip.ts'

test('workbenchAddress percent-encodes spaces and quotes in names of folders and files', () => {
  const address = workbenchAddress('127.0.0.1:1', { folder: '/a b/é', file: '/a b/é/x "y".md' })
  assert.doesNotMatch(address, /[\s"<>]/)
  const { searchParams } = new URL(address)
  assert.equal(searchParams.get('folder'), '/a b/é')
  const payload = JSON.parse(searchParams.get('payload') ?? '') as [string, string][]
  assert.equal(new Map(payload).get('openFile'), 'vscode-remote://127.0.0.1:1/a%20b/%C3%A9/x%20%22y%22.md')
})

test('the results of several runners are added up and put into words', () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: [] },
    { passed: 1, failed: 1, skipped: [{ title: 'c', reason: 'no corpus' }] },
  ])
  assert.equal(inWords(total), '3 passed, 1 failed, 1 skipped')
  assert.equal(inWords({ passed: 1, failed: 0, skipped: [] }), '1 passed, 0 failed')
})

test('until returns the answer, or fails with what it waited for and what was there instead', async () => {
  await assert.rejects(
    until(
      'a miracle',
      () => false,
      () => ['nothing'],
      10,
    ),
    /in vain for a miracle\. Instead: \[\s*"nothing"/,
  )
  assert.equal(await until('an answer', () => 42), 42)
})

test('a workspace contains its files, and a temporary folder is removed even if its process fails', () => {
  const folder = temporaryWorkspace({ 'docs/a.md': '# A\n' })
  assert.ok(existsSync(join(folder, 'docs', 'a.md')))
  const script = join(temporaryWorkspace({}), 'dies.ts')
  const paths = JSON.stringify(join(repository, 'test', 'harness', 'paths.ts'))
  writeFileSync(
    script,
    `import { temporaryFolder } from ${paths}\nconsole.log(temporaryFolder('x'))\nthrow new Error()\n`,
  )
  const { stdout, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  assert.equal(status, 1)
  assert.match(stdout, /design-docs-x-/)
  assert.ok(!existsSync(stdout.trim()))
})

test('zipEntries rejects data that is not a zip archive', () => {
  assert.throws(() => zipEntries(Buffer.from('# no archive')), /no zip archive/)
})
