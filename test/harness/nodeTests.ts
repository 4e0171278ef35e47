import { globSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { run, type TestsStream } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { atExit } from './cleanup.ts'
import type { Counts, Failure, Skipped } from './counts.ts'
import { repository, temporaryFolder } from './paths.ts'

/** Which files to run, and how. */
export interface NodeTestOptions {
  /** Test files, each with its own process, and lists of files that share a process and the modules loaded in it. */
  readonly files: readonly (string | readonly string[])[]
  /** The number of processes that run at the same time. */
  readonly atOnce: number
  /** The time limit for a single test, in milliseconds. */
  readonly timeout: number
  /** Runs only tests whose title matches this pattern. Absent: all. */
  readonly name?: string
  /** Receives the title of each failed test, in place of a printed report. */
  readonly onlyFailures?: (title: string) => void
}

/** Folders of `test/` that have their own step, because they need a browser or an editor. Other tests need neither. */
const ownFolders = ['webview', 'extension', 'ui', 'vsix']

/** Returns the test files that match a pattern, which is relative to `test/`. */
export const testFiles = (pattern: string): string[] => globSync(`test/${pattern}`, { cwd: repository }).toSorted()

/** Returns the test files in all folders that need neither a browser nor an editor. */
export const unitTestFiles = (): string[] =>
  testFiles('**/*.test.ts').filter((file) => !ownFolders.some((folder) => file.startsWith(join('test', folder, '/'))))

/** Runs the files as `node --test` does, and prints the report. */
export async function runNodeTests(options: NodeTestOptions): Promise<Counts> {
  const { files, atOnce, timeout, name, onlyFailures } = options
  if (files.length === 0) return { passed: 0, failed: 0, skipped: [] }
  // If this process is ended, Node leaves those of the files running. The signal ends them too.
  const stop = new AbortController()
  atExit(() => stop.abort())
  const { signal } = stop
  const only = name === undefined ? {} : { testNamePatterns: name }
  // Node keeps compiled code, with types stripped, for later files and for the next run.
  process.env['NODE_COMPILE_CACHE'] ??= join(repository, 'out', 'compiled')
  const folder = temporaryFolder('together')
  const processes = files.map((each, index) =>
    typeof each === 'string' ? each : writeTogether(join(folder, `${index + 1}.test.mjs`), each),
  )
  const stream = run({ files: processes, cwd: repository, concurrency: atOnce, timeout, signal, ...only })
  const counts = countTests(stream)
  if (onlyFailures) {
    stream.on('test:fail', ({ name: title, details }) => {
      if (!isEcho(details.error)) onlyFailures(title)
    })
    stream.resume()
    return counts
  }
  const slowest = slowestFiles(stream)
  stream.compose(spec).pipe(process.stdout, { end: false })
  await counts
  console.log(`longest: ${slowest().join(', ')}`)
  return counts
}

/** Groups files that share a process, because most of the cost of a small test is loading what it tests. */
export const neighbours = (files: readonly string[], together: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(files.length / together) }, (_, index) =>
    files.slice(index * together, (index + 1) * together),
  )

/** Writes a test file that runs others one after the other. One that cannot be loaded is a failed test of its name. */
function writeTogether(path: string, files: readonly string[]): string {
  const addresses = files.map((file) => pathToFileURL(resolve(repository, file)).href)
  const text = `import { test } from 'node:test'
for (const file of ${JSON.stringify(addresses)})
  await import(file).catch((error) => void test(file, () => Promise.reject(error)))
`
  writeFileSync(path, text)
  return path
}

/** Records how long the tests of each file take. Returns a function that returns the slowest files. */
function slowestFiles(stream: TestsStream): () => readonly string[] {
  const seconds = new Map<string, number>()
  const note = ({ file, nesting, details }: { file?: string; nesting: number; details: { duration_ms: number } }) => {
    // The time of a nested test is included in that of its parent.
    if (file === undefined || nesting > 0) return
    const name = relative(repository, file)
    seconds.set(name, (seconds.get(name) ?? 0) + details.duration_ms / 1000)
  }
  stream.on('test:pass', note)
  stream.on('test:fail', note)
  return () =>
    [...seconds]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 5)
      .map(([name, time]) => `${name} ${time.toFixed(1)} s`)
}

async function countTests(stream: TestsStream): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: [] as Skipped[], failures: [] as Failure[] }
  stream.on('test:pass', ({ name, file, skip, details }) => {
    if (details.type === 'suite') return
    if (skip === undefined) counts.passed++
    else {
      const title = titled(name, file)
      counts.skipped.push(typeof skip === 'string' ? { title, reason: skip } : { title })
    }
  })
  stream.on('test:fail', ({ name, file, details, todo }) => {
    // A suite fails with its tests, which are counted themselves. By itself, it fails only if one of its hooks does.
    const ownFault = details.type !== 'suite' || details.error.cause !== undefined
    if (todo !== undefined || !ownFault || isEcho(details.error)) return
    counts.failed++
    counts.failures.push({ title: titled(name, file), message: details.error.message })
  })
  await new Promise<void>((done, failed) => {
    stream.once('end', done)
    stream.once('error', failed)
  })
  return counts
}

const titled = (name: string, file: string | undefined): string =>
  file === undefined ? name : `${relative(repository, file)}: ${name}`

/** Whether an error only says that nested tests failed. */
function isEcho(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}
