import assert from 'node:assert/strict'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { suite, test } from 'node:test'
import { createFolder, decision, runCli } from './util/runCli.ts'

const cacheFile = '.design-docs-cache.json'
const superseded = decision('Superseded by [ADR-0008](0008-use-a-log.md)')
const newer = `${decision('Accepted')
  .replace('ADR-0007: Use a queue', 'ADR-0008: Use a log')
  .replace('- **Date', '- **Supersedes:** [ADR-0007](0007-use-a-queue.md)\n- **Date')}`
const files = {
  'docs/adr/0007-use-a-queue.md': superseded,
  'docs/adr/0008-use-a-log.md': newer,
  'docs/adr/0009-todo.md': decision('TBD').replace('0007', '0009'),
  '.git/x': '',
}
const lint = (cwd: string, ...args: readonly string[]) => runCli(cwd, ['lint', '--format', 'json', ...args])
/** Lints without rules, so that every finding in the output comes from the cache. */
const lintWithoutRules = (cwd: string) => runCli(cwd, ['lint', '--format', 'json', '--cache'], { rules: [] })

test('an unchanged document is not linted again, and the report is the same', async (context) => {
  const cwd = await createFolder(context, files)
  const plain = await lint(cwd)
  assert.match(plain.out, /no-placeholder|allowed-choice/)
  assert.deepEqual(await lint(cwd, '--cache'), plain)
  assert.deepEqual(await lintWithoutRules(cwd), plain)
  const kept = await readFile(join(cwd, cacheFile), 'utf8')
  assert.deepEqual(await lint(cwd, '--cache'), plain)
  assert.equal(await readFile(join(cwd, cacheFile), 'utf8'), kept)
})

suite('what a document was made of makes it linted again', () => {
  const changes: Readonly<Record<string, readonly [path: string, text: string]>> = {
    'its own text': ['docs/adr/0009-todo.md', decision('Accepted').replace('0007', '0009')],
    'another decision': ['docs/adr/0008-use-a-log.md', newer.replace(/- \*\*Supersedes.*\n/, '')],
    'another name in its folder': ['docs/adr/0007-again.md', decision()],
    'the config': ['.design-docs/config.json', '{ "rules": { "allowed-choice": "off", "no-placeholder": "hint" } }'],
    'a template': ['.design-docs/templates/note.md', '---\ndocumentType: note\n---\n# Note\n'],
  }
  for (const [name, [path, text]] of Object.entries(changes))
    test(name, async (context) => {
      const cwd = await createFolder(context, { ...files, '.design-docs/config.json': '{}' })
      await lint(cwd, '--cache')
      const changed = await createFolder(context, { ...files, '.design-docs/config.json': '{}', [path]: text })
      const before = await lint(cwd)
      await writeIn(cwd, path, text)
      const after = await lint(cwd, '--cache')
      assert.deepEqual(after, await lint(changed))
      // A template that no document uses changes only the list of types.
      if (name !== 'a template') assert.notEqual(after.out, before.out)
    })
})

async function writeIn(cwd: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(cwd, path)), { recursive: true })
  await writeFile(join(cwd, path), text)
}

test('a folder that becomes a repository invalidates the cached types of its documents', async (context) => {
  const root = await createFolder(context, {
    'rfcs/0001-queue.md': '# Use a queue\n\n## Motivation\n\nTODO: why.\n\n## Design\n',
  })
  const cwd = join(root, 'rfcs')
  const before = await lint(cwd, '--cache')
  await mkdir(join(cwd, '.git'))
  const plain = await lint(cwd)
  assert.notEqual(plain.out, before.out)
  assert.deepEqual(await lint(cwd, '--cache'), plain)
})

test('the cache drops deleted documents and takes --type into account', async (context) => {
  const cwd = await createFolder(context, files)
  await lint(cwd, '--cache')
  await rm(join(cwd, 'docs/adr/0009-todo.md'))
  await lint(cwd, '--cache')
  const { documents } = JSON.parse(await readFile(join(cwd, cacheFile), 'utf8'))
  assert.deepEqual(Object.keys(documents), ['docs/adr/0007-use-a-queue.md', 'docs/adr/0008-use-a-log.md'])
  const asked = await lint(cwd, '--cache', '--type', 'system-design')
  assert.deepEqual(asked, await lint(cwd, '--type', 'system-design'))
})

test('a baseline hides and counts the same findings with and without a cache', async (context) => {
  const cwd = await createFolder(context, files)
  await runCli(cwd, ['lint', '--update-baseline', '--cache'])
  const plain = await lint(cwd, '--baseline')
  assert.match(plain.err, /the baseline hides [1-9]/)
  assert.deepEqual(await lint(cwd, '--baseline', '--cache'), plain)
  assert.deepEqual(await lint(cwd, '--baseline', '--cache'), plain)
})

test('a damaged cache does not change the report, and is replaced by a valid one', async (context) => {
  const cwd = await createFolder(context, { 'docs/adr/0007-use-a-queue.md': superseded, '.git/x': '' })
  const plain = await lint(cwd, '--cache')
  const file = join(cwd, cacheFile)
  const good = await readFile(file, 'utf8')
  for (const broken of ['', '{', '[]', 'null', good.slice(1), ...withHoles(JSON.parse(good))]) {
    await writeFile(file, broken)
    assert.deepEqual(await lint(cwd, '--cache'), plain, broken)
  }
  assert.equal(await readFile(file, 'utf8'), good)
})

/** The JSON of a value, once for each of its parts, with that part replaced by something invalid. */
function withHoles(value: unknown): readonly string[] {
  const texts: string[] = []
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const holder = part as Record<string, unknown>
    for (const key of Object.keys(holder)) {
      const was = holder[key]
      holder[key] = { wrong: true }
      texts.push(JSON.stringify(value))
      holder[key] = was
      visit(was)
    }
  }
  visit(value)
  return texts
}

test('the cache is written to node_modules/.cache or --cache-location, but not through a link', async (context) => {
  const cwd = await createFolder(context, { ...files, 'node_modules/x/y': '' })
  const elsewhere = await createFolder(context, {})
  await lint(cwd, '--cache')
  assert.ok(await readFile(join(cwd, 'node_modules/.cache/design-docs/lint.json'), 'utf8'))
  await lint(cwd, '--cache', '--cache-location', join(elsewhere, 'new/cache.json'))
  assert.ok(await readFile(join(elsewhere, 'new/cache.json'), 'utf8'))
  await symlink(elsewhere, join(cwd, 'link'))
  const { code, err } = await lint(cwd, '--cache', '--cache-location', 'link/other.json')
  assert.match(err, /^design-docs: link\/other\.json was not written: it is reached through a symbolic link, link\n$/)
  assert.equal(code, (await lint(cwd)).code)
})
