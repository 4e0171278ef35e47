import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { workerFile } from '../../src/cli/installation.ts'
import { createFolder, decision } from './util/runCli.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const bundle = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url))
const timeout = 20_000

const start = (cwd: string, program: string, ...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    timeout,
    env: { PATH: process.env['PATH'] },
  })

const broken = `${decision()}\n\`\`\`mermaid\nflowchart LR\n  a --> --> b\n\`\`\`\n`

suite('as a process', () => {
  test('it writes, sets the exit status and ends', async (context) => {
    const cwd = await createFolder(context, { 'a.md': decision('Nonsense'), 'b.md': '\0' })
    const { status, stdout, stderr, signal } = start(cwd, main, 'lint')
    assert.equal(signal, null)
    assert.equal(status, 2)
    assert.match(stdout, /^a\.md {2}adr$/m)
    assert.equal(stderr, 'design-docs: b.md is a binary file\n')
  })

  test('it ends at once after diagrams were checked', {
    skip: !existsSync(workerFile('mermaid')) && 'not built',
  }, async (context) => {
    const cwd = await createFolder(context, { 'a.md': broken })
    const { status, stdout, stderr, signal } = start(cwd, main, 'lint', '--format', 'json')
    assert.deepEqual([signal, stderr, status], [null, '', 1])
    const [{ messages }] = JSON.parse(stdout).documents
    const found = messages.find(({ ruleId }: { ruleId: string }) => ruleId === 'diagram-syntax')
    assert.equal(found?.line, 13)
  })

  test('the bundle does the same', {
    skip: !(existsSync(bundle) && existsSync(workerFile('mermaid'))) && 'not built',
  }, async (context) => {
    const cwd = await createFolder(context, { 'a.md': broken })
    const { status, stdout, stderr } = start(cwd, bundle, 'lint')
    assert.deepEqual([stderr, status], ['', 1])
    assert.match(stdout, /^ +13:\d+ +error .*diagram-syntax$/m)
    assert.match(start(cwd, bundle, '--version').stdout, /^\d+\.\d+\.\d+\n$/)
  })

  test('a reader that has seen enough is no error', async (context) => {
    const cwd = await createFolder(context, { 'a.md': `# System Design: A\n${'\nTBD\n'.repeat(3_000)}` })
    const child = spawn(process.execPath, [main, 'lint'], { cwd, timeout, stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    assert.equal(errors, '')
    assert.ok(status === 0 || status === 1)
  })
})
