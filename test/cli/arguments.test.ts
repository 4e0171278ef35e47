import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { readGlobArgument } from '../../src/cli/globArguments.ts'
import { createFolder, runCli } from './util/runCli.ts'

/** The files that a command line lints. */
async function lintedBy(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { out, err } = await runCli(cwd, ['lint', '--format', 'json', ...args])
  assert.equal(err, '')
  return JSON.parse(out).documents.map(({ path }: { path: string }) => path)
}

const empty = (...paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, '# Notes\n']))

suite('globs', () => {
  const files = empty(
    'a.md',
    'docs/b.md',
    'docs/c.markdown',
    'docs/d.txt',
    'docs/adr/e.md',
    'docs/adr/old/f.md',
    'docs/.hidden/g.md',
    'docs/[h].md',
    'docs/node_modules/i.md',
    'web/docs/j.md',
  )
  const cases: Readonly<Record<string, readonly string[]>> = {
    '*.md': ['a.md'],
    'docs/**/*.md': ['docs/[h].md', 'docs/b.md', 'docs/adr/e.md', 'docs/adr/old/f.md'],
    './docs/**/*.md': ['docs/[h].md', 'docs/b.md', 'docs/adr/e.md', 'docs/adr/old/f.md'],
    'docs/*.{md,markdown}': ['docs/[h].md', 'docs/b.md', 'docs/c.markdown'],
    'docs/*.txt': ['docs/d.txt'],
    // A glob that matches a folder means everything in it, as if a shell had expanded the glob.
    '*/docs': ['web/docs/j.md'],
    'docs/a*/': ['docs/adr/e.md', 'docs/adr/old/f.md'],
    'docs/[h].md': ['docs/[h].md'],
    'docs/.h*/*.md': ['docs/.hidden/g.md'],
    '**/[a-f].md': ['a.md', 'docs/b.md', 'docs/adr/e.md', 'docs/adr/old/f.md'],
  }
  for (const [glob, expected] of Object.entries(cases))
    test(glob, async (context) => {
      assert.deepEqual(await lintedBy(await createFolder(context, files), glob), expected)
    })

  test('that match nothing are an error, whether their folder exists or not', async (context) => {
    const cwd = await createFolder(context, files)
    for (const glob of ['docs/*.rst', 'nowhere/*.md', '{a.md']) {
      const { code, err } = await runCli(cwd, ['lint', glob])
      assert.equal(code, 2)
      assert.equal(err, `design-docs: ${glob} matches no Markdown file, or only those that git ignores\n`)
    }
  })

  test('may be absolute or start with `../`', async (context) => {
    const cwd = await createFolder(context, files)
    assert.deepEqual(await lintedBy(join(cwd, 'web'), '../docs/b*'), ['../docs/b.md'])
    assert.deepEqual(await lintedBy(cwd, `${cwd.replaceAll('\\', '/')}/docs/adr/*`), [
      'docs/adr/e.md',
      'docs/adr/old/f.md',
    ])
  })

  test('accept backslashes as separators on Windows and as escapes elsewhere', () => {
    const windows = readGlobArgument('docs\\adr\\**\\*.md', '\\')
    assert.deepEqual([windows?.folder, windows?.matches('old/f.md')], ['docs/adr', true])
    assert.equal(readGlobArgument('C:\\docs\\*.md', '\\')?.folder, 'C:/docs')
    assert.equal(readGlobArgument('docs\\adr', '\\'), undefined)
    const elsewhere = readGlobArgument('docs/\\[h\\]*.md', '/')
    assert.deepEqual([elsewhere?.matches('[h].md'), elsewhere?.matches('h.md')], [true, false])
  })
})

suite('.gitignore', () => {
  /** Creates a folder with a repository in it; only the existence of `.git` matters here. */
  const createRepository = async (context: TestContext, files: Readonly<Record<string, string>>) => {
    const cwd = await createFolder(context, files)
    await mkdir(join(cwd, '.git'))
    return cwd
  }

  test('is obeyed, except for files and folders named as arguments', async (context) => {
    const cwd = await createRepository(context, {
      ...empty('a.md', 'build/b.md', 'build/docs/c.md', 'docs/d.md', 'docs/draft.md'),
      '.gitignore': '# made by the build\r\n/build/\r\n\r\ndraft.md\r\n',
    })
    assert.deepEqual(await lintedBy(cwd), ['a.md', 'docs/d.md'])
    assert.deepEqual(await lintedBy(cwd, '**/*.md'), ['a.md', 'docs/d.md'])
    assert.deepEqual(await lintedBy(cwd, 'docs/draft.md', 'build/docs'), ['docs/draft.md', 'build/docs/c.md'])
    assert.deepEqual(await lintedBy(join(cwd, 'docs')), ['d.md'], 'the one of the repository holds in its folders')
    assert.deepEqual(await lintedBy(join(cwd, 'build')), ['b.md', 'docs/c.md'])
  })

  test('applies to its folder and below, and a nearer file overrides one further up', async (context) => {
    const cwd = await createRepository(context, {
      ...empty('gen/a.md', 'docs/gen/b.md', 'docs/gen/c/d.md', 'docs/x/e.md', 'docs/y/x/f.md', 'docs/y/g.md', 'x/h.md'),
      ...empty('we[i]rd/a.md', 'we[i]rd/b.md'),
      '.gitignore': 'gen/\n',
      'docs/.gitignore': '!gen/\n/x\n',
      'docs/y/.gitignore': '*.md\n!g.md\n',
      'we[i]rd/.gitignore': 'a.md\n',
    })
    assert.deepEqual(await lintedBy(cwd), ['docs/gen/b.md', 'docs/gen/c/d.md', 'docs/y/g.md', 'we[i]rd/b.md', 'x/h.md'])
  })

  test('of a folder above the repository has no effect', async (context) => {
    const cwd = await createFolder(context, { ...empty('inner/a.md'), '.gitignore': '*.md\n' })
    await mkdir(join(cwd, 'inner/.git'))
    assert.deepEqual(await lintedBy(join(cwd, 'inner')), ['a.md'])
  })

  test('applies without a repository too', async (context) => {
    const cwd = await createFolder(context, { ...empty('a.md', 'b/c.md', 'b/d.md'), 'b/.gitignore': 'c.md\n' })
    assert.deepEqual(await lintedBy(cwd), ['a.md', 'b/d.md'])
  })

  test('is matched in under 10 seconds, however often its patterns repeat wildcards', async (context) => {
    const deep = `${'a/'.repeat(100)}c.md`
    const long = `${'a'.repeat(200)}.md`
    const patterns = [
      `${'**/a/'.repeat(20)}b`,
      '**/a/**/*a*a*a*b',
      `${'*a'.repeat(100)}b`,
      `${'*[a-z]'.repeat(6)}b`,
      `${'['.repeat(1_000)}b`,
    ]
    const cwd = await createRepository(context, { ...empty(deep, long), '.gitignore': `${patterns.join('\n')}\n` })
    const started = performance.now()
    assert.deepEqual(await lintedBy(cwd), [long, deep])
    assert.ok(performance.now() - started < 10_000)
  })

  const git = (cwd: string, ...args: string[]) => spawnSync('git', args, { cwd, encoding: 'utf8' })
  test('ignores the same files as git', {
    skip: git('.', '--version').status !== 0 && 'there is no git',
  }, async (context) => {
    const lines = [
      '*.md',
      '!k*.md',
      'a/',
      '/b',
      'c/d.md',
      '!c/d/',
      '**/e/*',
      'f/**',
      '!f/g',
      'h\\*.md',
      '\\#i.md',
      'j.md  ',
    ]
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h*', '#i', 'j', 'k']
    const paths = names.flatMap((one) => names.map((two) => `${one}/${two}.md`)).concat(names.map((n) => `c/d/${n}.md`))
    for (let seed = 1; seed <= 12; seed++) {
      const chosen = lines.filter((_, index) => ((seed * 2654435761) >>> index) & 1)
      const inner = lines.filter((_, index) => ((seed * 40503) >>> index) & 1)
      const cwd = await createFolder(context, {
        ...empty(...paths),
        '.gitignore': chosen.join('\n'),
        'c/.gitignore': inner.join('\n'),
      })
      git(cwd, 'init', '-q')
      const others = git(cwd, 'ls-files', '-z', '--others', '--exclude-standard').stdout.split('\0')
      assert.deepEqual(
        (await lintedBy(cwd)).toSorted(),
        others.filter((path) => path.endsWith('.md')).toSorted(),
        `${chosen.join(' ')} · ${inner.join(' ')}`,
      )
    }
  })
})
