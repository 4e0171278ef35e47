import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { copyBuiltIns } from './builtIns.ts'
import { atExit } from './cleanup.ts'
import { installServer } from './install.ts'
import { temporaryFolder } from './paths.ts'
import { run } from './processes.ts'

/** Options of `startServer`. */
export interface ServerOptions {
  /** `false` keeps workspace trust enabled, so that every folder opens in restricted mode. */
  readonly trust?: boolean
  /** User settings, which override the harness's own. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Source folders of extensions, which the server treats as installed. */
  readonly extensions?: readonly string[]
  /** Packaged extensions to install before the start. */
  readonly vsix?: readonly string[]
  /**
   * Makes the workbench accept the development payload of its address, which the in-host suite needs. It also hides all
   * notifications, so only that suite uses it.
   */
  readonly development?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** A running VS Code server with its own data, extensions and port. */
export interface Server {
  /** `127.0.0.1:PORT`: the authority of every `vscode-remote:` address. */
  readonly authority: string
  readonly pid: number | undefined
  /** The folder with the user settings and the logs. */
  readonly dataFolder: string
  /** Returns what the server has written to standard output and standard error so far. */
  output(): string
  /** Changes user settings, which a running workbench picks up. */
  configure(settings: Readonly<Record<string, unknown>>): void
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Ends the server with everything that it started. Safe to call twice. */
  close(): Promise<void>
}

/** Turns off what would disturb a test, or make one run differ from another. */
const calmSettings: Readonly<Record<string, unknown>> = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // The desktop's default. In a browser, VS Code saves automatically.
  'files.autoSave': 'off',
  // A window with `true` from the start also gets VS Code's Git extension, which others do without.
  'git.enabled': false,
  // Other ports on this machine must not cause notifications.
  'remote.autoForwardPorts': false,
  // A test of restricted mode must not start with a dialog.
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** How long a busy machine may take to start the server, in milliseconds. */
const startTimeout = 60_000

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const serverMain = await installServer()
  const dataFolder = temporaryFolder('server')
  const extensions = temporaryFolder('extensions')
  let settings = { ...calmSettings, ...options.settings }
  writeSettings(dataFolder, settings)
  for (const folder of options.extensions ?? []) linkExtension(folder, extensions)
  for (const file of options.vsix ?? []) await installExtension(serverMain, file, dataFolder, extensions)

  const args = [
    '--import',
    pathToFileURL(join(import.meta.dirname, 'dieWithParent.ts')).href,
    serverMain,
    ...['--host', '127.0.0.1', '--port', '0'],
    '--without-connection-token',
    '--accept-server-license-terms',
    ...(options.development ? ['--enable-smoke-test-driver'] : []),
    ...['--server-data-dir', dataFolder, '--extensions-dir', extensions],
    ...['--builtin-extensions-dir', copyBuiltIns(serverMain, settings['git.enabled'] === true)],
    ...['--telemetry-level', 'off'],
    ...(options.trust === false ? [] : ['--disable-workspace-trust']),
  ]
  const child = spawn(process.execPath, args, {
    // It has its own process group, so that it can be ended with everything that it starts.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  })
  const kill = atExit(() => killGroup(child))
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  let output = ''
  const collect = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)

  const configure = (changed: Readonly<Record<string, unknown>>): void => {
    settings = { ...settings, ...changed }
    writeSettings(dataFolder, settings)
  }
  const close = async (): Promise<void> => {
    kill()
    await ended
  }
  try {
    const port = await announcedPort(child, () => output)
    const authority = `127.0.0.1:${port}`
    await untilAnswering(`http://${authority}/`)
    return { authority, pid: child.pid, dataFolder, output: () => output, configure, ended, close }
  } catch (error) {
    await close()
    throw error
  }
}

function writeSettings(dataFolder: string, settings: Readonly<Record<string, unknown>>): void {
  const folder = join(dataFolder, 'data', 'User')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2))
}

/** Links to an extension's folder as if it were installed there, so that a rebuild takes effect after a reload. */
function linkExtension(folder: string, extensions: string): void {
  symlinkSync(folder, join(extensions, basename(folder)), 'junction')
}

async function installExtension(serverMain: string, file: string, data: string, extensions: string): Promise<void> {
  const { status, output } = await run(process.execPath, [
    serverMain,
    ...['--install-extension', file],
    ...['--server-data-dir', data, '--extensions-dir', extensions],
    '--accept-server-license-terms',
  ])
  if (status !== 0) throw new Error(`VS Code did not install ${file}:\n${output}`)
}

/** Waits for the port that the server announces. It chose the port itself, so that no other process can take it. */
function announcedPort(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((done, failed) => {
    const fail = (why: string): void => {
      clearTimeout(timer)
      failed(new Error(`The VS Code server ${why}:\n${output()}`))
    }
    const timer = setTimeout(() => fail('did not start in time'), startTimeout)
    child.once('error', (error) => fail(`could not be started (${error.message})`))
    child.once('close', () => fail('ended while starting'))
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1]
      if (port === undefined) return
      clearTimeout(timer)
      done(port)
    })
  })
}

async function untilAnswering(address: string): Promise<void> {
  const response = await fetch(address, { signal: AbortSignal.timeout(startTimeout) })
  if (!response.ok) throw new Error(`The VS Code server answers ${address} with status ${response.status}.`)
  await response.arrayBuffer()
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has already ended.
  }
}
