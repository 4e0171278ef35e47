import { globSync } from 'node:fs'
import { relative } from 'node:path'
import { run, type TestsStream } from 'node:test'
import { spec } from 'node:test/reporters'
import { atExit } from './cleanup.ts'
import type { Counts, Skipped } from './counts.ts'
import { repository } from './paths.ts'

/** Which files a step runs, and how many at once. */
export interface NodeTestOptions {
  readonly files: readonly string[]
  /** `false`: one file after the other, for tests that each start an editor. */
  readonly parallel: boolean
  /** Milliseconds a single test may take. */
  readonly timeout: number
}

/** Test files under `test/`, by a pattern relative to it; folders that other steps run are left out. */
export function testFiles(pattern: string, ...without: readonly string[]): string[] {
  return globSync(`test/${pattern}`, { cwd: repository })
    .filter((file) => !without.some((folder) => file.startsWith(`test/${folder}/`)))
    .sort()
}

/** Runs `node --test` over the files, each in a process of its own, and shows what it reports. */
export async function runNodeTests({ files, parallel, timeout }: NodeTestOptions): Promise<Counts> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: [] }
  // Node leaves the processes of the files running when this one is ended; the signal ends them too.
  const stop = new AbortController()
  atExit(() => stop.abort())
  const { signal } = stop
  const stream = run({ files: [...files], cwd: repository, concurrency: parallel, timeout, signal })
  const counts = countTests(stream)
  stream.compose(spec).pipe(process.stdout, { end: false })
  return counts
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
