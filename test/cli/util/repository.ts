import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import type { TestContext } from 'node:test'
import { createFolder } from './runCli.ts'

/** The environment of git, without the user's own settings. */
const env = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_SYSTEM: devNull,
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
}

/** Runs git in a folder; throws if it fails. */
export function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', env })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Commits all files. @param date in ISO 8601 */
export function commit(cwd: string, date = '2026-01-02T03:04:05Z'): void {
  git(cwd, 'add', '--all')
  const given = { ...env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  spawnSync('git', ['commit', '--quiet', '--allow-empty', '--message', 'x'], { cwd, env: given })
}

/** A repository with these files committed, removed after the test. */
export async function createRepository(
  test: TestContext,
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<string> {
  const cwd = await createFolder(test, files)
  git(cwd, 'init', '--quiet', '--initial-branch', 'main', ...options)
  commit(cwd)
  return cwd
}

/** Why tests with git are skipped, or false. */
export const withoutGit: string | false =
  !spawnSync('git', ['--version']).error && existsSync(devNull) ? false : 'there is no git'
