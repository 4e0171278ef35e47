import assert from 'node:assert/strict'
import { type StdioOptions, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { workerFile } from '../../src/cli/installation.ts'
import { program } from './util/program.ts'
import { createFolder, decision } from './util/runCli.ts'

const creator = fileURLToPath(new URL('util/createMany.ts', import.meta.url))
const timeout = 60_000

const start = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: 'utf8',
    timeout,
    env: { PATH: process.env['PATH'] },
  })

const broken = `${decision()}\n\`\`\`mermaid\nflowchart LR\n  a --> --> b\n\`\`\`\n`

suite('as a process', () => {
  test('it writes its output, sets the exit status and ends', async (context) => {
    const cwd = await createFolder(context, { 'a.md': decision('Acepted'), 'b.md': '\0' })
    const { status, stdout, stderr, signal } = start(cwd, 'lint')
    assert.equal(signal, null)
    assert.equal(status, 2)
    assert.match(stdout, /^a\.md {2}adr$/m)
    assert.equal(stderr, 'design-docs: b.md is a binary file\n')
  })

  test('it ends right after checking diagrams', {
    skip: !existsSync(workerFile('mermaid')) && 'not built',
  }, async (context) => {
    const cwd = await createFolder(context, { 'a.md': broken })
    const { status, stdout, stderr, signal } = start(cwd, 'lint', '--format', 'json')
    assert.deepEqual([signal, stderr, status], [null, '', 1])
    const [{ messages }] = JSON.parse(stdout).documents
    const found = messages.find(({ ruleId }: { ruleId: string }) => ruleId === 'diagram-syntax')
    assert.equal(found?.line, 49)
    const forPeople = start(cwd, 'lint')
    assert.deepEqual([forPeople.stderr, forPeople.status], ['', 1])
    assert.match(forPeople.stdout, /^ +49:\d+ +error .*diagram-syntax$/m)
    assert.match(start(cwd, '--version').stdout, /^\d+\.\d+\.\d+\n$/)
  })

  test('it exits quietly with status 2 if the reader closes the pipe', async (context) => {
    const cwd = await createFolder(context, { 'a.md': `# System Design: A\n${'\nTBD\n'.repeat(3_000)}` })
    const child = spawn(process.execPath, [program, 'lint'], { cwd, timeout, stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    assert.equal(errors, '')
    // The exit status must not look like a verdict on the documents.
    assert.equal(status, 2)
  })

  const hasFull = existsSync('/dev/full')
  test('it exits with 2 if the disk is full, whatever was found', {
    skip: !hasFull && 'there is no /dev/full',
  }, async (context) => {
    const cwd = await createFolder(context, { 'a.md': decision('Acepted'), 'b.md': '\0' })
    const full = openSync('/dev/full', 'w')
    context.after(() => closeSync(full))
    const to = (stdout: StdioOptions, ...args: string[]) =>
      spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8', timeout, stdio: stdout })
    const { status, stderr } = to(['ignore', full, 'pipe'], 'lint', 'a.md')
    assert.equal(status, 2)
    assert.match(stderr, /^design-docs: standard output cannot be written: ENOSPC[^\n]*\n$/)
    assert.equal(to(['ignore', full, 'pipe'], 'types').status, 2)
    // This run writes to standard error about a file that cannot be read; that write fails too.
    assert.equal(to(['ignore', 'ignore', full], 'lint').status, 2)
  })

  test('it exits with 2 if only a part of the report can be written', {
    skip: process.platform === 'win32' && 'there is no ulimit',
  }, async (context) => {
    const cwd = await createFolder(context, { 'a.md': `# System Design: A\n${'\nTBD\n'.repeat(1_000)}` })
    const line = 'ulimit -f 8 && exec "$0" "$@" > report.txt'
    const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath, program, 'lint'], {
      cwd,
      encoding: 'utf8',
    })
    assert.equal(status, 2)
    assert.match(stderr, /^design-docs: standard output cannot be written: EFBIG/)
  })

  const ends = (cwd: string, ...args: string[]) =>
    new Promise<number | null>((resolve) => spawn(process.execPath, args, { cwd, timeout }).on('close', resolve))

  test('two processes that create decisions at the same time get different numbers', async (context) => {
    const cwd = await createFolder(context, { 'adr/0001-first.md': '# 1. First\n' })
    const create = (title: string) => ends(cwd, program, 'new', 'adr', 'adr', '--title', title)
    assert.deepEqual(await Promise.all([create('A'), create('B')]), [0, 0])
    const [, second = '', third = '', ...more] = (await readdir(join(cwd, 'adr'))).toSorted()
    assert.deepEqual([second.slice(0, 5), third.slice(0, 5), more], ['0002-', '0003-', []])
    assert.match(await readFile(join(cwd, 'adr', third), 'utf8'), /^# ADR-0003: [AB]\n/)
  })

  test('many processes that create numbered files never use a number twice', async (context) => {
    const cwd = await createFolder(context, {})
    const each = Array.from({ length: 8 }, (_, index) => ends(cwd, creator, cwd, `title ${index}`, '8'))
    assert.deepEqual(new Set(await Promise.all(each)), new Set([0]))
    assert.deepEqual(
      (await readdir(cwd)).toSorted().map((name) => Number(name.slice(0, 4))),
      Array.from({ length: 64 }, (_, index) => index + 1),
    )
  })

  test('it does not run a git in the current folder or the document’s, whatever PATH says', {
    skip: process.platform === 'win32' && 'it needs a script',
  }, async (context) => {
    const cwd = await createFolder(context, { 'docs/git': '#!/bin/sh\n: > started\n' })
    await chmod(join(cwd, 'docs/git'), 0o755)
    await writeFile(join(cwd, 'git'), '#!/bin/sh\n: > started\n', { mode: 0o755 })
    const run = spawnSync(process.execPath, [program, 'new', 'adr', 'docs'], {
      cwd,
      timeout,
      env: { PATH: '.::docs' },
    })
    assert.equal(run.status, 0)
    assert.deepEqual((await readdir(cwd)).toSorted(), ['docs', 'git'])
    assert.deepEqual((await readdir(join(cwd, 'docs'))).toSorted(), ['0001-adr.md', 'git'])
  })
})
