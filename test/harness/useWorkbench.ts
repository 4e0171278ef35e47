import { basename } from 'node:path'
import { after, afterEach, test } from 'node:test'
import type { WorkspaceSource } from './paths.ts'
import { type OpenOptions, Workbench } from './workbench.ts'

/**
 * One workbench for a test file: opened now, closed after the last test, with a picture in `test-results` of every test
 * that failed. Use it at the top of the file: `const workbench = await useWorkbench('examples', { file: '…' })`.
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

/** Declares a test that goes on where the one before ended. */
export type Step = (name: string, body: () => Promise<void>) => void

/**
 * Tests that go on where the one before ended, as a person does: after the first that fails the others are skipped, for
 * they would only fail again. `const step = journey()`, then `step('…', async () => …)`.
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

/** A test runner that is killed cannot end its files; they notice, and leave no editor behind. */
function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1)
  }, 1_000).unref()
}
