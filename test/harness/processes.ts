import { type SpawnOptions, spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { atExit } from './cleanup.ts'

/** The exit status of a finished command, and everything that it wrote. */
export interface Finished {
  readonly status: number
  readonly output: string
}

/** Options of `run`. */
export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** `true` prints the output as it arrives. Otherwise it is only returned. */
  readonly show?: boolean
}

/** Runs a command to its end. Does not throw on a non-zero status, because the caller knows what that means. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  }
  const child = spawn(command, [...args], spawnOptions)
  const stop = atExit(() => child.kill())
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (options.show) process.stdout.write(chunk)
    })
  }
  try {
    const status = await new Promise<number>((done, failed) => {
      child.once('error', failed)
      child.once('close', (code) => done(code ?? 1))
    })
    return { status, output }
  } finally {
    stop()
  }
}

/** Runs npm, if possible the same one that runs this script. */
export async function npm(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const own = process.env['npm_execpath']
  return own ? run(process.execPath, [own, ...args], options) : run('npm', args, options)
}

/** Returns the path of the first of the names that is a program on PATH. */
export function findOnPath(...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      if (folder === '') continue
      const file = join(folder, name)
      if (isProgram(file)) return file
    }
  }
  return undefined
}

/** Whether the path is an executable file. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
