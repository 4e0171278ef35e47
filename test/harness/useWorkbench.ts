import { basename } from 'node:path'
import { after, afterEach, test } from 'node:test'
import type { WorkspaceSource } from './paths.ts'
import { type OpenOptions, Workbench } from './workbench.ts'

/**
 * Opens a workbench for a test file and closes it after the last test. Saves a screenshot of each failed test in
 * `test-results`. Use it at the top of the file: `const workbench = await useWorkbench('examples', { file: '…' })`.
 */
export async function useWorkbench(workspace: WorkspaceSource, options: OpenOptions = {}): Promise<Workbench> {
  endWithParent()
  const workbench = await Workbench.open(workspace, options)
  const file = basename(process.argv[1] ?? 'test', '.test.ts')
  afterEach(async (context) => {
    if (!('passed' in context) || context.passed !== false) return
    const picture = await workbench.screenshot(`failed/${file} ${context.name}`.replaceAll(/[^\w/ -]/g, ''))
    console.log(`${context.name} failed; what the screen showed: ${picture}`)
  })
  after(() => workbench.close())
  return workbench
}

/** Declares a test that continues where the previous one ended. */
export type Step = (name: string, body: () => Promise<void>) => void

/**
 * Returns a function that declares tests, each of which continues where the previous one ended. After a failure, the
 * others are skipped, because they would fail too. `const step = journey()`, then `step('…', async () => …)`.
 */
export function journey(): Step {
  let broken: string | undefined
  return (name, body) => {
    void test(name, async (context) => {
      if (broken !== undefined) return context.skip(`because “${broken}” failed`)
      broken = name
      await body()
      broken = undefined
    })
  }
}

/** Ends this process when the test runner is gone, so that no editor is left running if the runner is killed. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1)
  }, 1_000).unref()
}
