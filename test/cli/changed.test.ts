import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { commit, createRepository, git, withoutGit } from './util/repository.ts'
import { createFolder, runCli } from './util/runCli.ts'

/** The files that a command line lints. */
async function lintedBy(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { out, err } = await runCli(cwd, ['lint', '--format', 'json', ...args])
  assert.equal(err, '')
  return JSON.parse(out).documents.map(({ path }: { path: string }) => path)
}

const files = { 'a.md': '# A\n', 'docs/b.md': '# B\n', 'docs/ü c.md': '# C\n', 'docs/d.md': '# D\r\n' }

suite('--changed', { skip: withoutGit }, () => {
  test('lints what differs from the last commit, staged or not, and untracked files', async (context) => {
    const cwd = await createRepository(context, { ...files, '.gitignore': 'out/\n' })
    assert.deepEqual(await lintedBy(cwd, '--changed'), [])
    await appendFile(join(cwd, 'a.md'), 'More.\n')
    await appendFile(join(cwd, 'docs/ü c.md'), 'More.\n')
    git(cwd, 'add', 'a.md')
    await writeFile(join(cwd, 'docs/new.md'), '# New\n')
    await mkdir(join(cwd, 'out'))
    await writeFile(join(cwd, 'out/made.md'), '# Made\n')
    assert.deepEqual(await lintedBy(cwd, '--changed'), ['a.md', 'docs/new.md', 'docs/ü c.md'])
    assert.deepEqual(await lintedBy(cwd, 'docs', '--changed'), ['docs/new.md', 'docs/ü c.md'])
    assert.deepEqual(await lintedBy(cwd, '--changed', 'HEAD', 'docs/*.md'), ['docs/new.md', 'docs/ü c.md'])
    assert.deepEqual(await lintedBy(join(cwd, 'docs'), '--changed', '--quiet'), ['new.md', 'ü c.md'])
    assert.deepEqual(await lintedBy(cwd, '--changed', '--', 'a.md', 'docs/b.md'), ['a.md'])
  })

  test('reports mistakes in the config of a folder where nothing differs', async (context) => {
    const cwd = await createRepository(context, { ...files, 'docs/.design-docs/config.json': '{ "rulez": {} }' })
    const { code, out } = await runCli(cwd, ['lint', '--changed'])
    assert.equal(code, 1)
    assert.match(out, /^docs\/\.design-docs\/config\.json {2}configuration\n.*`rulez`/)
  })

  test('REF lints what the branch changed, not what others have changed since', async (context) => {
    const cwd = await createRepository(context, files)
    git(cwd, 'checkout', '--quiet', '-b', 'work')
    await writeFile(join(cwd, 'a.md'), '# A, by us\n')
    commit(cwd)
    git(cwd, 'checkout', '--quiet', 'main')
    await writeFile(join(cwd, 'docs/b.md'), '# B, by others\n')
    commit(cwd)
    git(cwd, 'checkout', '--quiet', 'work')
    for (const reference of ['main', 'HEAD~1', git(cwd, 'rev-parse', 'main').trim()])
      assert.deepEqual(await lintedBy(cwd, '--changed', reference), ['a.md'])
    assert.deepEqual(await lintedBy(cwd, '--changed=main'), ['a.md'])
  })

  test('compares contents: line endings and times do not count, a moved file does', async (context) => {
    const cwd = await createRepository(context, files)
    await writeFile(join(cwd, 'docs/b.md'), '# B\r\n')
    await writeFile(join(cwd, 'docs/d.md'), '# D\r\n')
    await rename(join(cwd, 'a.md'), join(cwd, 'moved.md'))
    await symlink('b.md', join(cwd, 'docs/link.md'))
    assert.deepEqual(await lintedBy(cwd, '--changed'), ['moved.md', 'docs/link.md'])
    commit(cwd)
    await writeFile(join(cwd, 'docs/b.md'), '# B, changed\n')
    assert.deepEqual(await lintedBy(cwd, '--changed'), ['docs/b.md'], 'a link is compared where it leads to')
  })

  test('works in SHA-1 and SHA-256 repositories, and before the first commit', async (context) => {
    const cwd = await createRepository(context, files, '--object-format=sha256')
    assert.deepEqual(await lintedBy(cwd, '--changed'), [])
    await writeFile(join(cwd, 'a.md'), '# Another\n')
    assert.deepEqual(await lintedBy(cwd, '--changed'), ['a.md'])
    const young = await createFolder(context, files)
    git(young, 'init', '--quiet')
    assert.equal((await lintedBy(young, '--changed')).length, 4)
  })

  test('runs no program that the repository configures', {
    skip: process.platform === 'win32' && 'it needs a script',
  }, async (context) => {
    const cwd = await createRepository(context, { ...files, '.gitattributes': '*.md filter=evil diff=evil\n' })
    const evil = join(cwd, 'evil.sh')
    await writeFile(evil, `#!/bin/sh\n: > "${cwd}/started"\ncat\n`)
    await chmod(evil, 0o755)
    for (const key of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.process', 'diff.evil.textconv'])
      git(cwd, 'config', key, evil)
    for (const key of ['diff.external', 'core.pager', 'core.sshCommand', 'gpg.program', 'core.askPass'])
      git(cwd, 'config', key, evil)
    await writeFile(join(cwd, 'a.md'), '# Another\n')
    assert.deepEqual(await lintedBy(cwd, '--changed', 'HEAD'), ['a.md'])
    assert.equal(existsSync(join(cwd, 'started')), false)
    git(cwd, 'status', '--porcelain')
    assert.equal(existsSync(join(cwd, 'started')), true, 'the settings are such that git runs the script')
  })

  const refused: Readonly<Record<string, RegExp>> = {
    nowhere: /git does not know `nowhere` here; `--changed` takes the word after it as a reference/,
    docs: /git does not know `docs` here/,
    'HEAD:docs': /git does not know `HEAD:docs` here/,
    '=--output=x': /`--output=x` is not a git reference/,
    '=-x': /`-x` is not a git reference/,
  }
  for (const [reference, reason] of Object.entries(refused))
    test(`refuses ${reference}`, async (context) => {
      const cwd = await createRepository(context, files)
      const args = reference.startsWith('=') ? [`--changed${reference}`] : ['--changed', reference]
      const { code, out, err } = await runCli(cwd, ['lint', ...args])
      assert.deepEqual([code, out, err.split('\n').length], [2, '', 2])
      assert.match(err, reason)
    })

  test('is an error outside a repository', async (context) => {
    const { code, err } = await runCli(await createFolder(context, files), ['lint', '--changed'])
    assert.equal(code, 2)
    assert.match(err, /^design-docs: `--changed` needs git: not a git repository/)
  })
})
