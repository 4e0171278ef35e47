import { globSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { run, type TestsStream } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { atExit } from './cleanup.ts'
import type { Counts, Failure, Skipped } from './counts.ts'
import { repository, temporaryFolder } from './paths.ts'

/** Which files a step runs, and how many at once. */
export interface NodeTestOptions {
  /** Test files, each with a process of its own, and lists of those that share one, and with it what they load. */
  readonly files: readonly (string | readonly string[])[]
  /** How many processes run at the same time. */
  readonly atOnce: number
  /** Milliseconds a single test may take. */
  readonly timeout: number
  /** Only tests whose title matches this pattern. Absent: all. */
  readonly name?: string
  /** Hears of each test that failed, by its title, instead of a person who reads it all. */
  readonly onlyFailures?: (title: string) => void
}

/** Folders of `test/` with a step of their own, because they need a browser or an editor. All other tests need neither. */
const ownFolders = ['webview', 'extension', 'ui', 'vsix']

/** Test files under `test/`, by a pattern relative to it. */
export const testFiles = (pattern: string): string[] => globSync(`test/${pattern}`, { cwd: repository }).toSorted()

/** The test files that need neither a browser nor an editor, whatever their folder. */
export const unitTestFiles = (): string[] =>
  testFiles('**/*.test.ts').filter((file) => !ownFolders.some((folder) => file.startsWith(join('test', folder, '/'))))

/** Runs `node --test` over the files and shows what it reports. */
export async function runNodeTests(options: NodeTestOptions): Promise<Counts> {
  const { files, atOnce, timeout, name, onlyFailures } = options
  if (files.length === 0) return { passed: 0, failed: 0, skipped: [] }
  // Node leaves the processes of the files running when this one is ended; the signal ends them too.
  const stop = new AbortController()
  atExit(() => stop.abort())
  const { signal } = stop
  const only = name === undefined ? {} : { testNamePatterns: name }
  // What Node compiles and strips of types is kept for the files after this one, and for the next run.
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

/** The same files in lists of neighbours: most of what a small test costs is loading what it tests. */
export const neighbours = (files: readonly string[], together: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(files.length / together) }, (_, index) =>
    files.slice(index * together, (index + 1) * together),
  )

/** Writes a test file that runs others, one after the other. One that cannot be loaded fails by its name. */
function writeTogether(path: string, files: readonly string[]): string {
  const addresses = files.map((file) => pathToFileURL(resolve(repository, file)).href)
  const text = `import { test } from 'node:test'
for (const file of ${JSON.stringify(addresses)})
  await import(file).catch((error) => void test(file, () => Promise.reject(error)))
`
  writeFileSync(path, text)
  return path
}

/** Notes what the tests of each file take; gives the files that take longest, so that they can be looked into. */
function slowestFiles(stream: TestsStream): () => readonly string[] {
  const seconds = new Map<string, number>()
  const note = ({ file, nesting, details }: { file?: string; nesting: number; details: { duration_ms: number } }) => {
    // What is nested is in the time of what it is nested in.
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
    // A suite fails with its tests, which are counted; by itself it fails only when a hook of it does.
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

/** Whether an error only says that tests inside failed. */
function isEcho(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}
