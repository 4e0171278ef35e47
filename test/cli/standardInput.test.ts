import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { suite, test } from 'node:test'
import { decode } from '../../src/cli/readText.ts'
import { readStream } from '../../src/cli/standardInput.ts'
import { program } from './util/program.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
/** What standard input contains. */
const input = (text: string) => ({ readInput: async () => decode(bytes(text)) })
const named = ['--stdin', '--stdin-filename']

suite('a document on standard input', () => {
  const neighbour = decision('Superseded by [8](0008-next.md)')
  const text = `${decision('Acepted').replace('ADR-0007', 'ADR-0012')}\nTBD\n\n- Supersedes [7](0007-queue.md)\n`
  const files = { 'docs/adr/0007-queue.md': neighbour, 'docs/adr/0008-next.md': text }

  for (const command of ['lint', 'review'])
    for (const format of ['json', command === 'lint' ? 'stylish' : 'text'])
      test(`has the same findings as its file: ${command} as ${format}`, async (context) => {
        const cwd = await createFolder(context, files)
        const options = [command, '--format', format]
        const ofFile = await runCli(cwd, [...options, 'docs/adr/0008-next.md'])
        assert.equal(ofFile.code, 1)
        assert.deepEqual(await runCli(cwd, [...options, ...named, 'docs/adr/0008-next.md'], input(text)), ofFile)
      })

  test('is linted as if it were at the path of --stdin-filename, which need not exist', async (context) => {
    const cwd = await createFolder(context, files)
    for (const name of ['docs/adr/0007-queue.md', 'docs/adr/0009-new.md', 'nowhere/0009-new.md']) {
      const { code, out } = await runCli(cwd, ['lint', '--format', 'json', ...named, name], input(text))
      const [document] = JSON.parse(out).documents
      assert.deepEqual([code, document.path, document.documentType], [1, name, 'adr'])
      assert.ok(document.messages.some(({ ruleId }: { ruleId: string }) => ruleId === 'allowed-choice'))
    }
  })

  test('obeys the config, the baseline and the ignored globs that apply to its path', async (context) => {
    const config = '{ "types": { "notes/*.md": "adr" }, "ignore": ["old/**"] }'
    const baseline = '{ "version": 1, "documents": { "a.md": { "(top)": { "allowed-choice": 1 } } } }'
    const cwd = await createFolder(context, {
      '.design-docs/config.json': config,
      '.design-docs/baseline.json': baseline,
    })
    const lint = (name: string, ...more: string[]) =>
      runCli(cwd, ['lint', '--format', 'json', ...more, ...named, name], input(text))
    assert.equal(JSON.parse((await lint('notes/a.md')).out).documents[0].documentType, 'adr')
    assert.deepEqual(JSON.parse((await lint('old/a.md')).out).documents, [])
    assert.equal((await lint('a.md')).code, 1)
    assert.match((await lint('a.md', '--baseline')).err, /the baseline hides 1 finding\n/)
  })

  test('may have no name: then its type follows from its text', async (context) => {
    const cwd = await createFolder(context, { '.design-docs/config.json': '{ "ignore": ["**"] }' })
    const { code, out } = await runCli(cwd, ['lint', '--stdin'], input(text))
    assert.equal(code, 1)
    assert.match(out, /^<stdin> {2}adr$/m)
    assert.match(
      (await runCli(cwd, ['lint', '--stdin', '--verbose'], input('# Notes\n'))).out,
      /^<stdin> {2}not a design/,
    )
  })

  const refused: Readonly<Record<string, RegExp>> = {
    'lint --stdin-filename a.md': /`--stdin-filename` needs `--stdin`: give both/,
    'lint --stdin a.md': /`--stdin` takes no paths/,
    'review --stdin a.md': /`--stdin` takes no paths/,
    'lint --stdin --fix': /`--fix` needs files, but `--stdin` reads none/,
    'lint --stdin --update-baseline': /`--update-baseline` needs files/,
    'lint --stdin': /^design-docs: <stdin> has nothing in it\n$/,
    'review --stdin --stdin-filename b.md': /^design-docs: b\.md has nothing in it\n$/,
  }
  for (const [args, reason] of Object.entries(refused))
    test(`exits with 2 and one line for: ${args}`, async (context) => {
      const { code, err } = await runCli(await createFolder(context, { 'a.md': '' }), args.split(' '))
      assert.equal(code, 2)
      assert.match(err, reason)
      assert.equal(err.split('\n').length, 2)
    })
})

suite('a stream', () => {
  const readAll = (...chunks: Uint8Array[]) => readStream(Readable.from(chunks))

  test('is read completely, wherever its chunks are cut', async () => {
    const written = bytes('\uFEFF# Größe 𝒳\n')
    const cut = Array.from(written, (_, index) => written.subarray(index, index + 1))
    assert.deepEqual(await readAll(...cut), { text: '# Größe 𝒳\n', hasMark: true })
  })

  test('is rejected if it is binary, too long or breaks off', async () => {
    assert.deepEqual(await readAll(new Uint8Array([0])), { failure: 'is a binary file' })
    const long = async function* () {
      for (;;) yield new Uint8Array(1024 * 1024)
    }
    assert.deepEqual(await readStream(long()), { failure: 'is larger than 5 MB' })
    const broken = new Readable({ read: () => broken.destroy(new Error('gone')) })
    assert.deepEqual(await readStream(broken), { failure: 'cannot be read: gone' })
  })
})

test('the process reads its standard input, and reports what is wrong with it', async (context) => {
  const cwd = await createFolder(context, { 'a.md': decision('Acepted') })
  const lint = (stdin: { readonly input?: string; readonly stdio?: [number, 'pipe', 'pipe'] }) =>
    spawnSync(process.execPath, [program, 'lint', ...named, 'a.md'], {
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
      ...stdin,
    })
  const { status, stdout, stderr } = lint({ input: await readFile(`${cwd}/a.md`, 'utf8') })
  assert.deepEqual([status, stderr], [1, ''])
  assert.match(stdout, /allowed-choice/)
  if (process.platform === 'win32') return
  const folder = lint({ stdio: [openSync(cwd, 'r'), 'pipe', 'pipe'] })
  assert.deepEqual([folder.status, folder.stdout], [2, 'No Markdown files linted\n'])
  assert.match(folder.stderr, /^design-docs: a\.md is a folder\n$/)
})
