import { execFileSync } from 'node:child_process'

/** Runs git in a folder as a dummy user, without signing commits. */
export function git(folder: string, ...args: readonly string[]): void {
  const nobody = ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...nobody, ...args], { cwd: folder, stdio: 'pipe' })
}
