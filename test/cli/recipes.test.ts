import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { suite, type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { program } from './util/program.ts'
import { commit, createRepository, git, withoutGit } from './util/repository.ts'
import { createFolder, decision } from './util/runCli.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8')
/** The code blocks under a heading of the page. */
const codeUnder = (heading: string): readonly string[] =>
  Array.from(
    (page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(/```\w+\n(.*?)```/gs),
    ([, code = '']) => code,
  )

const isInstalled = (program: string) => !spawnSync(program, ['--version']).error
const skip = withoutGit || (process.platform === 'win32' && 'it needs a shell')
const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)

/** A project with the program as a dependency, an old decision on main and a new one on the branch. */
async function createProject(context: TestContext, ours: string): Promise<string> {
  const cwd = await createRepository(context, {
    '.gitignore': 'node_modules/\n',
    'package.json': '{ "private": true }\n',
    'docs/adr/0001-old.md': decision('Acepted').replace('ADR-0007', 'ADR-0001'),
  })
  const bin = join(cwd, 'node_modules/.bin')
  await mkdir(bin, { recursive: true })
  const start = `exec "${process.execPath}" "${program}" "$@"`
  await writeFile(join(bin, 'design-docs'), `#!/bin/sh\n${start}\n`, { mode: 0o755 })
  // Does what npx does with a program of the project, without its delay of seconds.
  await writeFile(
    join(bin, 'npx'),
    `#!/bin/sh\n[ "$1" = --no-install ] || exit 3\nprogram="$2"\nshift 2\nexec "${bin}/$program" "$@"\n`,
    { mode: 0o755 },
  )
  git(cwd, 'update-ref', 'refs/remotes/origin/main', 'HEAD')
  git(cwd, 'checkout', '--quiet', '-b', 'work')
  await writeFile(join(cwd, 'docs/adr/0007-new.md'), ours)
  commit(cwd)
  return cwd
}

/** Runs a line of a recipe in a project. */
function runLine(cwd: string, line: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
    cwd,
    encoding: 'utf8',
    timeout: 200_000,
    env: { HOME: cwd, PATH: [join(cwd, 'node_modules/.bin'), path].join(delimiter), ...env },
  })
  return { status, stdout, stderr }
}

suite('recipes of docs/ci.md', { skip }, () => {
  test('a repository with existing documents passes after three commands', async (context) => {
    const cwd = await createProject(context, decision('Acepted'))
    const [commands = '', config = ''] = codeUnder('A repository with existing documents')
    const lines = commands.trim().split('\n')
    assert.equal(lines.length, 3)
    assert.equal(runLine(cwd, 'npx --no-install design-docs lint').status, 1)
    for (const line of lines) assert.deepEqual([runLine(cwd, line).status, line], [0, line])
    await writeFile(join(cwd, '.design-docs/config.json'), config)
    assert.equal(
      runLine(cwd, 'npx --no-install design-docs lint --baseline').status,
      0,
      'the config that is shown can be read',
    )
  })

  interface Workflow {
    readonly jobs: Readonly<
      Record<string, { readonly steps: readonly { run?: string; env?: Record<string, string> }[] }>
    >
  }
  for (const [status, ours, expected] of [
    [1, 'Acepted', /^::error file=docs\/adr\/0007-new\.md,line=3,.*title=allowed-choice::/m],
    [0, 'Accepted', /^$/],
  ] as const)
    test(`GitHub Actions: the lint step exits with ${status}, judging only what the branch adds`, async (context) => {
      const cwd = await createProject(context, decision(ours))
      const workflow = load(codeUnder('GitHub Actions')[0] ?? '') as Workflow
      const steps = workflow.jobs['design-docs']?.steps.filter(({ run }) => run !== undefined) ?? []
      const [install, lint] = steps
      assert.deepEqual([install?.run, lint?.env, steps.length], ['npm ci', { BASE: '${{ github.base_ref }}' }, 2])
      const found = runLine(cwd, lint?.run ?? '', { BASE: 'main' })
      assert.deepEqual([found.status, found.stderr], [status, ''])
      assert.match(found.stdout, expected)
      assert.doesNotMatch(found.stdout, /0001-old/)
    })

  test('GitLab: the job fails and writes a JUnit report', async (context) => {
    const cwd = await createProject(context, decision('Acepted'))
    const job = (load(codeUnder('GitLab')[0] ?? '') as Record<string, { script: string[]; artifacts: unknown }>)[
      'design-docs'
    ]
    assert.deepEqual(job?.artifacts, { when: 'always', reports: { junit: 'design-docs.xml' } })
    const [install, lint = ''] = job?.script ?? []
    assert.equal(install, 'npm ci')
    const base = git(cwd, 'rev-parse', 'main').trim()
    assert.equal(runLine(cwd, lint, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base }).status, 1)
    const written = await readFile(join(cwd, 'design-docs.xml'), 'utf8')
    assert.match(written, /<testsuites name="design-docs" tests="1" failures="1"/)
  })

  test('pre-commit: the hook fails for all files, and passes for correct staged ones', {
    skip: !(isInstalled('pre-commit') && isInstalled('npx')) && 'there is no pre-commit, or no npx',
  }, async (context) => {
    const hooks = await createRepository(context, {
      '.pre-commit-hooks.yaml': await readFile(join(root, '.pre-commit-hooks.yaml'), 'utf8'),
    })
    const cwd = await createProject(context, decision('Acepted'))
    const config = (codeUnder('pre-commit')[0] ?? '')
      .replace('ADDRESS-OF-THIS-REPOSITORY', hooks)
      .replace('COMMIT-OR-TAG', git(hooks, 'rev-parse', 'HEAD').trim())
    await writeFile(join(cwd, '.pre-commit-config.yaml'), config)
    git(cwd, 'add', '--all')
    // With the real npx, as in any other project.
    const home = { PRE_COMMIT_HOME: await createFolder(context, {}), PATH: path, NO_UPDATE_NOTIFIER: '1' }
    const all = runLine(cwd, 'pre-commit run --all-files', home)
    assert.equal(all.status, 1, all.stdout + all.stderr)
    assert.match(all.stdout, /docs\/adr\/0001-old\.md {2}adr/)
    await writeFile(join(cwd, 'docs/adr/0007-new.md'), decision())
    git(cwd, 'add', '--all')
    const staged = runLine(cwd, 'pre-commit run', home)
    assert.deepEqual([staged.status, /design documents\.+Passed/.test(staged.stdout)], [0, true], staged.stdout)
  })

  test('a page of all designs is written as Markdown and HTML', async (context) => {
    const cwd = await createProject(context, decision())
    for (const line of codeUnder('A page of all designs')[0]?.trim().split('\n') ?? [])
      assert.equal(runLine(cwd, line).status, 0)
    assert.match(
      await readFile(join(cwd, 'DESIGNS.md'), 'utf8'),
      /^\| \[ADR-0001 Use a queue\]\(docs\/adr\/0001-old\.md\)/m,
    )
    assert.match(await readFile(join(cwd, 'designs.html'), 'utf8'), /^<!doctype html>/)
  })
})
