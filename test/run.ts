import { type Counts, inWords, sum } from './harness/counts.ts'
import { main, PlainError } from './harness/plainError.ts'
import { chooseSteps, type Outcome, ruleSteps, type Step } from './steps.ts'

await main(async () => {
  const [first, ...others] = process.argv.slice(2)
  const chosen = first === 'rule' ? await ruleSteps(others) : chooseSteps(process.argv.slice(2))
  const done = new Map<string, Counts>()
  const notRun: string[] = []
  const start = starter()
  for (const [index, step] of chosen.entries()) {
    const broken = step.needs?.find((name) => done.get(name)?.failed !== 0)
    if (broken !== undefined) {
      notRun.push(`${step.name}: not run, because ${broken} failed`)
      continue
    }
    console.log(`\n── ${index + 1}/${chosen.length} ${step.title} (${step.name})`)
    for (const each of step.beside === undefined ? [step] : chosen.filter(({ beside }) => beside === step.beside))
      if (each.needs?.every((name) => done.get(name)?.failed === 0) ?? true) start(each)
    const { outcome, seconds } = await start(step)
    if (outcome.output) console.log(outcome.output.trimEnd())
    done.set(step.name, outcome)
    console.log(`── ${step.name}: ${inWords(outcome)} in ${seconds.toFixed(1)} s`)
  }
  return close(done, notRun)
})

interface Finished {
  readonly outcome: Outcome
  readonly seconds: number
}

/** Returns a function that starts a step, at most once, and resolves with its outcome and duration. */
function starter(): (step: Step) => Promise<Finished> {
  const started = new Map<Step, Promise<Finished>>()
  const run = async (step: Step): Promise<Finished> => {
    const begin = Date.now()
    const outcome = await step.run().catch(asFailure)
    return { outcome, seconds: (Date.now() - begin) / 1000 }
  }
  return (step) => {
    const known = started.get(step) ?? run(step)
    started.set(step, known)
    return known
  }
}

/** Prints what was skipped and why, what failed, and finally a summary in one line. Returns the exit status. */
function close(done: ReadonlyMap<string, Counts>, notRun: readonly string[]): number {
  const total = sum([...done.values()])
  const failed = [...done].filter(([, counts]) => counts.failed > 0).map(([name]) => name)
  console.log('')
  for (const { title, reason } of total.skipped) console.log(`skipped: ${title}${reason ? ` (${reason})` : ''}`)
  for (const line of notRun) console.log(line)
  // Only the end of a log may be kept, and it may be the only trace of a test that fails once in many runs.
  for (const { title, message } of total.failures ?? []) console.log(`failed: ${title}\n${indented(message)}`)
  if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`)
  console.log(inWords(total))
  return failed.length > 0 ? 1 : 0
}

/** Returns the beginning of a message, indented. It is long enough to show what went wrong. */
function indented(message: string): string {
  return message.slice(0, 1_000).replaceAll(/^/gm, '    ')
}

function asFailure(error: unknown): Counts {
  console.error(error instanceof PlainError ? error.message : error)
  return { passed: 0, failed: 1, skipped: [] }
}
