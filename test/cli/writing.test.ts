import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { createFile, replaceText } from '../../src/cli/writing/files.ts'
import { replace } from './util/replace.ts'
import { createFolder, decision, runCli } from './util/runCli.ts'

const rules = [replace('slow', 'late')]
const index = '# Decisions\n\n<!-- adr index -->\n<!-- /adr index -->\n'

suite('nothing is written through a link', () => {
  /** A workspace, and next to it the folders that its links lead to. */
  const files = {
    'repo/.git/x': '',
    'repo/docs/a.md': decision(),
    'out/a.md': decision(),
    'out/baseline.json': '{"version":1,"documents":{}}',
    'out/index.md': index,
    'other/.design-docs/config.json': '{}',
    'other/a.md': decision('TBD').replace('slow', 'old'),
    'other/b.md': decision(),
  }
  const cases: Readonly<
    Record<string, { link: readonly [path: string, target: string]; args: string[]; err: string }>
  > = {
    'lint --fix of a file': {
      link: ['docs/link.md', '../../out/a.md'],
      args: ['lint', '--fix', 'docs/link.md'],
      err: 'docs/link.md was not fixed: it is a symbolic link',
    },
    'lint --fix of a link to a file in the workspace': {
      link: ['link.md', 'docs/a.md'],
      args: ['lint', '--fix', 'link.md'],
      err: 'link.md was not fixed: it is a symbolic link',
    },
    'lint --fix of a folder': {
      link: ['docs/link', '../../out'],
      args: ['lint', '--fix', 'docs/link/a.md'],
      err: 'docs/link/a.md was not fixed: it is reached through a symbolic link, docs/link',
    },
    'lint --update-baseline with a link for the file': {
      link: ['.design-docs/baseline.json', '../../out/baseline.json'],
      args: ['lint', '--update-baseline', 'docs'],
      err: '.design-docs/baseline.json was not written: it is a symbolic link',
    },
    'lint --update-baseline with a link to a file that is not there': {
      link: ['.design-docs/baseline.json', '../../out/new.json'],
      args: ['lint', '--update-baseline', 'docs'],
      err: '.design-docs/baseline.json was not written: it is a symbolic link to a file that does not exist',
    },
    'lint --update-baseline with a link for the folder': {
      link: ['.design-docs', '../out'],
      args: ['lint', '--update-baseline', 'docs'],
      err: '.design-docs/baseline.json was not written: it is reached through a symbolic link, .design-docs',
    },
    'adr index --write of a file': {
      link: ['docs/README.md', '../../out/index.md'],
      args: ['adr', 'index', 'docs', '--write', 'docs/README.md'],
      err: 'docs/README.md is a symbolic link',
    },
    'adr index --write in a folder': {
      link: ['link', '../out'],
      args: ['adr', 'index', 'docs', '--write', 'link/README.md'],
      err: 'link/README.md is reached through a symbolic link, link',
    },
    'new in a folder': {
      link: ['docs/adr', '../../out'],
      args: ['new', 'adr', 'docs/adr', '--title', 'Use a queue'],
      err: 'docs/adr/0001-use-a-queue.md is reached through a symbolic link, docs/adr',
    },
    'new in a folder below': {
      link: ['docs/adr', '../../out'],
      args: ['new', 'adr', 'docs/adr/new/a.md'],
      err: 'docs/adr/new/a.md is reached through a symbolic link, docs/adr',
    },
    'new in a folder of another repository': {
      link: ['adr', '../other'],
      args: ['new', 'adr', 'adr'],
      err: 'adr/0001-adr.md is reached through a symbolic link, adr',
    },
    'lint --fix and --update-baseline in another repository': {
      link: ['link', '../other'],
      args: ['lint', '--fix', '--update-baseline', 'link'],
      err:
        'link/b.md was not fixed: it is reached through a symbolic link, link\n' +
        'design-docs: link/.design-docs/baseline.json was not written: it is reached through a symbolic link, link',
    },
    'new of a file': {
      link: ['docs/new.md', '../../out/new.md'],
      args: ['new', 'adr', 'docs/new.md'],
      err: 'docs/new.md already exists',
    },
  }
  for (const [name, { link, args, err: reason }] of Object.entries(cases))
    test(name, async (context) => {
      const home = await createFolder(context, files)
      const cwd = join(home, 'repo')
      if (link[0].startsWith('.design-docs/')) await mkdir(join(cwd, '.design-docs'))
      await symlink(link[1], join(cwd, link[0]))
      const { code, err } = await runCli(cwd, args, { rules })
      assert.equal(err, `design-docs: ${reason}\n`)
      assert.equal(code, 2)
      assert.deepEqual(await readdir(join(home, 'out')), ['a.md', 'baseline.json', 'index.md'])
      for (const file of ['a.md', 'baseline.json', 'index.md'] as const)
        assert.equal(await readFile(join(home, 'out', file), 'utf8'), files[`out/${file}`])
      assert.deepEqual(await readdir(join(home, 'other')), ['.design-docs', 'a.md', 'b.md'])
      assert.deepEqual(await readdir(join(home, 'other/.design-docs')), ['config.json'])
      for (const file of ['repo/docs/a.md', 'other/b.md'])
        assert.equal(await readFile(join(home, file), 'utf8'), decision())
    })

  test('but the path of the workspace itself may contain links', async (context) => {
    const home = await createFolder(context, files)
    await symlink('repo', join(home, 'short'))
    const { code } = await runCli(join(home, 'short'), ['lint', '--fix', 'docs'], { rules })
    assert.equal(code, 0)
    assert.match(await readFile(join(home, 'repo/docs/a.md'), 'utf8'), /late/)
  })

  test('but paths outside the workspace that are named are written', async (context) => {
    const home = await createFolder(context, files)
    const cwd = join(home, 'repo')
    assert.equal((await runCli(cwd, ['lint', '--fix', '../out/a.md'], { rules })).code, 0)
    assert.match(await readFile(join(home, 'out/a.md'), 'utf8'), /late/)
    assert.equal((await runCli(cwd, ['new', 'adr', '../out/deep/x.md'])).code, 0)
    assert.deepEqual(await readdir(join(home, 'out/deep')), ['x.md'])
  })
})

suite('a file is written as a whole, and only over what was read', () => {
  test('--fix keeps an edit that was made during the lint', async (context) => {
    const cwd = await createFolder(context, { 'a.md': decision() })
    const edited = `${decision()}\nThe edit of somebody else.\n`
    const slow = replace('slow', 'late')
    const rule = {
      ...slow,
      async *check(asked: Parameters<typeof slow.check>[0]) {
        await writeFile(join(cwd, 'a.md'), edited)
        yield* slow.check(asked)
      },
    }
    const { code, err } = await runCli(cwd, ['lint', '--fix'], { rules: [rule] })
    assert.deepEqual([code, err], [2, 'design-docs: a.md was not fixed: it changed in the meantime\n'])
    assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), edited)
    assert.deepEqual(await readdir(cwd), ['a.md'])
  })

  test('a byte order mark is not a change, and is kept', async (context) => {
    const root = await createFolder(context, { 'a.md': '\uFEFFold' })
    assert.equal(await replaceText({ root, file: join(root, 'a.md') }, 'old', 'new'), undefined)
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), '\uFEFFnew')
  })

  test('of many attempts to create the same file, exactly one succeeds', async (context) => {
    const root = await createFolder(context, {})
    const file = join(root, 'a.md')
    const texts = Array.from({ length: 20 }, (_, number) => `${number}`.repeat(1000))
    const outcomes = await Promise.all(texts.map((text) => createFile({ root, file }, text, 'expect')))
    const [winner = -1, ...others] = outcomes.flatMap((reason, number) => (reason === undefined ? [number] : []))
    assert.deepEqual(others, [])
    assert.equal(await readFile(file, 'utf8'), texts[winner])
    assert.equal(outcomes.filter((reason) => reason === 'already exists').length, 19)
    assert.deepEqual(await readdir(root), ['a.md'])
  })
})

suite('what a killed process left behind', () => {
  const nameOf = (id: number, end = 'tmp') => `.design-docs-${id}-0123456789abcdef.${end}`
  /** The ID of a process that has ended. */
  const dead = spawnSync(process.execPath, ['--version']).pid

  test('is removed by the next write if its process has ended', async (context) => {
    const mine = ['.a.md.1.tmp', `.design-docs-${dead}.tmp`, `x${nameOf(dead)}`]
    const left = [nameOf(dead), nameOf(dead, 'lock'), nameOf(process.pid), nameOf(process.ppid), ...mine]
    const cwd = await createFolder(context, {
      'a.md': decision(),
      ...Object.fromEntries(left.map((name) => [name, ''])),
    })
    await runCli(cwd, ['lint', '--fix'], { rules })
    assert.deepEqual(new Set(await readdir(cwd)), new Set(['a.md', nameOf(process.ppid), ...mine]))
  })

  test('does not block the next command', async (context) => {
    const cwd = await createFolder(context, { [nameOf(dead, 'lock')]: '', [nameOf(process.pid, 'lock')]: '' })
    assert.equal((await runCli(cwd, ['new', 'adr'])).out, '0001-adr.md\n')
    assert.deepEqual(await readdir(cwd), ['0001-adr.md'])
  })

  test('is told apart from the lock of a running process, which is waited for', async (context) => {
    const lock = nameOf(process.ppid, 'lock')
    const cwd = await createFolder(context, { [lock]: '', '0001-a.md': '# 1. A\n' })
    const created = runCli(cwd, ['new', 'adr'])
    await setTimeout(50)
    await writeFile(join(cwd, '0002-b.md'), '# 2. B\n')
    await rm(join(cwd, lock))
    assert.equal((await created).out, '0003-adr.md\n')
  })
})

test('a folder that cannot be created is an error, not an endless retry', {
  skip: process.platform !== 'linux' && 'there is no /proc',
}, async (context) => {
  const cwd = await createFolder(context, {})
  for (const path of ['/proc/design-docs', '/proc/design-docs/deep/a.md']) {
    const { code, err } = await runCli(cwd, ['new', 'adr', path])
    assert.equal(code, 2)
    assert.match(err, /cannot be created: its folder cannot be made there\n$/)
  }
})

test('adr index creates no folders', async (context) => {
  const cwd = await createFolder(context, { 'docs/0001-a.md': decision() })
  const { code, err } = await runCli(cwd, ['adr', 'index', 'docs', '--write', 'none/deep/index.md'])
  assert.deepEqual([code, err], [2, 'design-docs: none/deep/index.md cannot be created: its folder does not exist\n'])
  assert.deepEqual(await readdir(cwd), ['docs'])
})
