import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engines, rules, templates } from '../../src/cli/builtIn.ts'
import { noProgress } from '../../src/cli/progress.ts'
import { createSession } from '../../src/cli/session.ts'
import { inTurns } from '../../src/cli/turns.ts'
import { defineRule } from '../../src/core/lint/rule.ts'
import { createFolder, decision } from './util/runCli.ts'

async function* countTo(last: number, each: (step: number) => void): AsyncGenerator<void, string, void> {
  for (let step = 1; step <= last; step++) {
    each(step)
    yield
  }
  return 'done'
}

test('inTurns runs all steps and returns the result', async () => {
  const steps: number[] = []
  assert.equal(
    await inTurns(
      countTo(3, (step) => steps.push(step)),
      new AbortController().signal,
    ),
    'done',
  )
  assert.deepEqual(steps, [1, 2, 3])
})

test('work that was aborted stops at its next step', async () => {
  const steps: number[] = []
  const { signal, stop } = stopper()
  const run = inTurns(
    countTo(100, (step) => {
      steps.push(step)
      if (step === 2) stop()
    }),
    signal,
  )
  await assert.rejects(run, /never mind/)
  assert.deepEqual(steps, [1, 2])
})

test('a lint that was aborted stops at its next step', async (context) => {
  const cwd = await createFolder(context, { 'docs/adr/0007-queue.md': decision() })
  const { signal, stop } = stopper()
  let asked = 0
  const asking = defineRule({
    id: 'asking',
    category: 'structure',
    description: 'Ask often',
    severity: 'hint',
    *check() {
      for (; asked < 100; asked++) {
        if (asked === 2) stop()
        yield { start: 0, end: 1, reason: 'Asked' }
      }
    },
  })
  const session = createSession({
    cwd,
    hasColors: false,
    out: () => undefined,
    err: () => undefined,
    progress: noProgress,
    readInput: async () => ({ failure: 'has nothing in it' }),
    rules: [asking, ...rules],
    templates,
    engines,
  })
  const run = session.lintFile({ file: `${cwd}/docs/adr/0007-queue.md` }, { signal })
  await assert.rejects(run, /never mind/)
  assert.equal(asked, 2)
  session.dispose()
})

function stopper() {
  const control = new AbortController()
  return { signal: control.signal, stop: () => control.abort(new Error('never mind')) }
}
