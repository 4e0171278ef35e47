import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { canInstallPackages, installPackages } from './debian.ts'
import { cache, repository } from './paths.ts'
import { main, PlainError } from './plainError.ts'
import { findOnPath, npm } from './processes.ts'

/** The version of the npm package `code-server`, which contains VS Code's server. 4.139.1 is VS Code 1.139.1. */
const codeServer = '4.139.1'

/** Written last, so a folder without it is an interrupted install. */
const stampName = 'installed.json'

/** The native modules that the server needs. Without spdlog it logs an error for every log file. */
const nativeModules = ['@vscode/spdlog', '@parcel/watcher', 'node-pty', '@vscode/native-watchdog']

/** The programs that the tests need. */
export interface Installed {
  /** The server's main script, which runs with this process's own Node. */
  readonly serverMain: string
  readonly chromium: string
}

/** Installs what the tests need into the cache, unless it is already there. */
export async function install(): Promise<Installed> {
  const chromium = await ensureChromium()
  return { serverMain: await installServer(), chromium }
}

/** Installs VS Code's server, unless it is already there. Returns its main script. */
export async function installServer(): Promise<string> {
  const abi = process.versions.modules
  const folder = join(cache, `code-server-${codeServer}-${process.platform}-${process.arch}-abi${abi}`)
  const serverMain = join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js')
  if (existsSync(join(folder, stampName))) return serverMain

  await requireCompiler()
  mkdirSync(cache, { recursive: true })
  removeAbandoned()
  console.log(`Installing VS Code (code-server ${codeServer}) into ${cache}, once, about a minute and 600 MB:`)
  // Built next to its final place and then renamed, so that an interrupted install never looks complete.
  const partial = `${folder}.partial-${process.pid}`
  const vscode = join(partial, 'node_modules', 'code-server', 'lib', 'vscode')
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await step('1/4 code-server', partial, ['install', `code-server@${codeServer}`, ...quiet])
  await step('2/4 packages of the server', vscode, ['install', '--omit=dev', ...quiet])
  const headers = await nodeHeaders(partial, quiet)
  await step('4/4 native modules', vscode, ['rebuild', ...nativeModules, '--loglevel=error'], {
    npm_config_nodedir: headers,
  })
  // `npm rebuild` succeeds even if it skips modules that it may not build, and without spdlog the server is broken.
  if (!existsSync(join(vscode, 'node_modules', '@vscode', 'spdlog', 'build', 'Release', 'spdlog.node'))) {
    throw new PlainError(
      'npm did not build @vscode/spdlog: check that `npm config get ignore-scripts` says false, then run again.',
    )
  }
  rmSync(join(partial, 'headers'), { recursive: true, force: true })
  writeFileSync(join(partial, stampName), JSON.stringify({ codeServer, node: process.version }))
  place(partial, folder)
  return serverMain
}

async function step(
  title: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const started = Date.now()
  mkdirSync(cwd, { recursive: true })
  const { status, output } = await npm([...args, '--prefix', cwd], { cwd, env })
  // Printed as one line, because other tests print at the same time.
  console.log(`  ${title}: ${((Date.now() - started) / 1000).toFixed(0)} s`)
  if (status === 0) return
  console.error(output.trimEnd())
  throw new PlainError(
    `\`npm ${args[0]}\` failed while installing VS Code (${title.slice(4)}); its own words are above.`,
  )
}

/**
 * Returns the folder that contains `include/node` of exactly this Node. The npm package `node` includes the headers,
 * but npm prunes them when another package is installed. Then they are downloaded again.
 */
async function nodeHeaders(partial: string, quiet: readonly string[]): Promise<string> {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const name = `${prefix}-${system}-${process.arch}`
  const own = join(repository, 'node_modules', 'node', 'node_modules', name)
  if (headersVersion(own) === process.versions.node) {
    console.log('  3/4 headers of Node … there')
    return own
  }
  const folder = join(partial, 'headers')
  await step('3/4 headers of Node', folder, ['install', `${name}@${process.versions.node}`, ...quiet])
  return join(folder, 'node_modules', name)
}

function headersVersion(folder: string): string | undefined {
  if (!existsSync(join(folder, 'include', 'node', 'node.h'))) return undefined
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isManifest ? String(manifest.version) : undefined
}

async function requireCompiler(): Promise<void> {
  const missing = missingTools()
  if (missing.length === 0) return
  if (canInstallPackages() && (await installPackages('python3', 'make', 'g++')) && missingTools().length === 0) return
  const how =
    process.platform === 'darwin' ? '`xcode-select --install`' : 'Debian and Ubuntu: `apt-get install python3 make g++`'
  throw new PlainError(`Missing to build the editor's native modules: ${missing.join(', ')} (${how}).`)
}

function missingTools(): string[] {
  return [
    ['python3', 'python'],
    ['make', 'gmake'],
    ['g++', 'c++', 'clang++'],
  ]
    .filter((names) => findOnPath(...names) === undefined)
    .map((names) => names[0] ?? '')
}

/** Moves an install to its final place. If two run at once, the first one wins. */
function place(partial: string, folder: string): void {
  if (!existsSync(join(folder, stampName))) rmSync(folder, { recursive: true, force: true })
  try {
    renameSync(partial, folder)
  } catch (error) {
    if (!existsSync(join(folder, stampName))) throw error
    rmSync(partial, { recursive: true, force: true })
  }
}

/** Removes the remains of interrupted installs, but not those of installs that are still running. */
function removeAbandoned(): void {
  for (const name of readdirSync(cache)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(cache, name), { recursive: true, force: true })
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

if (import.meta.main) {
  await main(async () => {
    const { serverMain, chromium } = await install()
    console.log(`VS Code server: ${dirname(dirname(serverMain))}\nChromium: ${chromium}`)
    return 0
  })
}
