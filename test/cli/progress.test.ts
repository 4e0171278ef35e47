import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { createProgress } from '../../src/cli/progress.ts'
import { program } from './util/program.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

/** A terminal that remembers what was written, with a clock that the test advances. */
function onTerminal(env: Readonly<Record<string, string>> = {}, columns = 40) {
  let time = 0
  let written = ''
  const terminal = { isTTY: true, columns, write: (text: string) => (written += text) }
  const progress = createProgress(terminal, env, () => time)
  const wait = (milliseconds: number) => {
    time += milliseconds
  }
  return { progress, wait, written: () => written }
}

test('progress writes nothing during short work', () => {
  const { progress, wait, written } = onTerminal()
  for (let index = 0; index < 7; index++) {
    progress.show(index, 7, 'docs/a.md')
    wait(100)
  }
  progress.clear()
  assert.equal(written(), '')
})

test('progress of long work is one line that is updated at intervals and removed at the end', () => {
  const { progress, wait, written } = onTerminal()
  wait(1000)
  progress.show(4, 120, 'docs/a.md')
  progress.show(5, 120, 'docs/b.md')
  wait(100)
  progress.show(6, 120, `docs/\x1b[2J${'c'.repeat(200)}.md`)
  const shown = written()
  assert.deepEqual(shown.split('\r\x1b[2K'), [
    '',
    '\x1b[?7l5 of 120  docs/a.md\x1b[?7h',
    `\x1b[?7l7 of 120  docs/ [2J${'c'.repeat(21)}\x1b[?7h`,
  ])
  progress.clear()
  assert.equal(written(), `${shown}\r\x1b[2K`)
  progress.clear()
  assert.equal(written(), `${shown}\r\x1b[2K`)
})

test('progress writes nothing in CI, on a dumb terminal or to a pipe', () => {
  for (const env of [{ CI: 'true' }, { TERM: 'dumb' }]) {
    const { progress, wait, written } = onTerminal(env)
    wait(5000)
    progress.show(1, 2, 'a.md')
    progress.clear()
    assert.equal(written(), '')
  }
  let written = ''
  const pipe = createProgress({ write: (text) => (written += text) }, {}, () => written.length)
  pipe.show(1, 2, 'a.md')
  assert.equal(written, '')
})

test('lint shows progress for each document, and clears it before the report', async (context) => {
  const cwd = await createFolder(context, { 'a.md': decision(), 'docs/b.md': decision() })
  const said: string[] = []
  const progress = { show: (...args: unknown[]) => said.push(args.join(' ')), clear: () => said.push('clear') }
  await runCli(cwd, ['lint'], { progress, out: () => said.push('out') })
  assert.deepEqual(said, ['0 2 a.md', '1 2 docs/b.md', 'clear', 'out'])
})

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0
test('progress appears on a real terminal and is cleared at the end', {
  skip: !hasScript && 'there is no script(1)',
}, async (context) => {
  const text = `${decision()}\n${'A sentence of a document that is long. '.repeat(40)}\n`.repeat(20)
  const files = Array.from({ length: 40 }, (_, index) => [`${index}.md`, text])
  const cwd = await createFolder(context, Object.fromEntries(files))
  const { stdout } = spawnSync(
    'script',
    ['-qec', `"${process.execPath}" "${program}" lint --format json > out.json`, '/dev/null'],
    {
      cwd,
      encoding: 'utf8',
      timeout: 120_000,
      env: { PATH: process.env['PATH'], TERM: 'xterm' },
    },
  )
  assert.match(stdout, /\r\x1b\[2K\x1b\[\?7l\d+ of 40 {2}\d+\.md\x1b\[\?7h/)
  assert.ok(stdout.endsWith('\r\x1b[2K'), JSON.stringify(stdout.slice(-60)))
})
