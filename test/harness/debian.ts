import { readFileSync } from 'node:fs'
import { findOnPath, run } from './processes.ts'

/** Whether packages can be installed without asking: on Debian, as root. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && isDebian() && findOnPath('apt-get') !== undefined
}

/** Installs Debian packages. Returns false if that failed, and the caller then reports what is missing. */
export async function installPackages(...names: readonly string[]): Promise<boolean> {
  console.log(`Installing ${names.join(', ')} with apt-get …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '--yes', '--no-install-recommends', ...names]
  // A fresh container knows no packages before the update. Without a network the update fails, but a cache may exist.
  await run('apt-get', ['update'], { env })
  const { status, output } = await run('apt-get', install, { env })
  if (status !== 0) console.log(output.trimEnd().split('\n').slice(-3).join('\n'))
  return status === 0
}

function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
