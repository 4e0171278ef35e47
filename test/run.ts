import { type Counts, inWords, sum } from './harness/counts.ts'
import { main, PlainError } from './harness/plainError.ts'
import { chooseSteps, ruleSteps } from './steps.ts'

await main(async () => {
  const [first, ...others] = process.argv.slice(2)
  const chosen = first === 'rule' ? await ruleSteps(others) : chooseSteps(process.argv.slice(2))
  const done = new Map<string, Counts>()
  const notRun: string[] = []
  for (const [index, step] of chosen.entries()) {
    const broken = step.needs?.find((name) => done.get(name)?.failed !== 0)
    if (broken !== undefined) {
      notRun.push(`${step.name}: not run, because ${broken} failed`)
      continue
    }
    console.log(`\n── ${index + 1}/${chosen.length} ${step.title} (${step.name})`)
    const started = Date.now()
    const counts = await step.run().catch(asFailure)
    done.set(step.name, counts)
    console.log(`── ${step.name}: ${inWords(counts)} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  }
  return close(done, notRun)
})

/** Says which steps failed and what was skipped and why, and closes with the one line that sums it all up. */
function close(done: ReadonlyMap<string, Counts>, notRun: readonly string[]): number {
  const total = sum([...done.values()])
  const failed = [...done].filter(([, counts]) => counts.failed > 0).map(([name]) => name)
  console.log('')
  for (const { title, reason } of total.skipped) console.log(`skipped: ${title}${reason ? ` (${reason})` : ''}`)
  for (const line of notRun) console.log(line)
  if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`)
  console.log(inWords(total))
  return failed.length > 0 ? 1 : 0
}

function asFailure(error: unknown): Counts {
  console.error(error instanceof PlainError ? error.message : error)
  return { passed: 0, failed: 1, skipped: [] }
}
