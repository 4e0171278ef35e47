import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run, type TestsStream } from 'node:test'
import { spec } from 'node:test/reporters'
import { atExit } from './cleanup.ts'
import type { Counts, Skipped } from './counts.ts'
import { repository } from './paths.ts'

/** Which files a step runs, and how many at once. */
export interface NodeTestOptions {
  readonly files: readonly string[]
  /** How many files run at the same time. */
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

/** Runs `node --test` over the files, each in a process of its own, and shows what it reports. */
export async function runNodeTests({ files, atOnce, timeout, name, onlyFailures }: NodeTestOptions): Promise<Counts> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: [] }
  // Node leaves the processes of the files running when this one is ended; the signal ends them too.
  const stop = new AbortController()
  atExit(() => stop.abort())
  const { signal } = stop
  const only = name === undefined ? {} : { testNamePatterns: name }
  // What Node compiles and strips of types is kept for the files after this one, and for the next run.
  process.env['NODE_COMPILE_CACHE'] ??= join(repository, 'out', 'compiled')
  const stream = run({ files: [...files], cwd: repository, concurrency: atOnce, timeout, signal, ...only })
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

/** Notes what each file takes, its own start included; gives those that take longest, so that they can be looked into. */
function slowestFiles(stream: TestsStream): () => readonly string[] {
  const files: { readonly name: string; readonly seconds: number }[] = []
  stream.on('test:summary', ({ file, duration_ms: duration }) => {
    // The last summary is that of all files.
    if (file !== undefined) files.push({ name: relative(repository, file), seconds: duration / 1000 })
  })
  return () =>
    files
      .toSorted((one, other) => other.seconds - one.seconds)
      .slice(0, 5)
      .map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`)
}

async function countTests(stream: TestsStream): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: [] as Skipped[] }
  stream.on('test:pass', ({ name, file, skip, details }) => {
    if (details.type === 'suite') return
    if (skip === undefined) counts.passed++
    else {
      const title = file === undefined ? name : `${relative(repository, file)}: ${name}`
      counts.skipped.push(typeof skip === 'string' ? { title, reason: skip } : { title })
    }
  })
  stream.on('test:fail', ({ details, todo }) => {
    // A suite fails with its tests, which are counted; by itself it fails only when a hook of it does.
    const ownFault = details.type !== 'suite' || details.error.cause !== undefined
    if (todo === undefined && ownFault && !isEcho(details.error)) counts.failed++
  })
  await new Promise<void>((done, failed) => {
    stream.once('end', done)
    stream.once('error', failed)
  })
  return counts
}

/** Whether an error only says that tests inside failed. */
function isEcho(error: Error): boolean {
  return 'failureType' in error && error.failureType === 'subtestsFailed'
}
