import { type Counts, inWords, sum } from './harness/counts.ts'
import { runInHost } from './harness/inHost.ts'
import { install } from './harness/install.ts'
import { runNodeTests, testFiles } from './harness/nodeTests.ts'
import { repository } from './harness/paths.ts'
import { main, PlainError } from './harness/plainError.ts'
import { npm } from './harness/processes.ts'

/** One line of the table below: what `npm test` runs, in this order. */
interface Step {
  /** What `npm test -- NAME` chooses it by. */
  readonly name: string
  readonly title: string
  /** Steps that must have passed; they are run too where only this one was asked for. */
  readonly needs?: readonly string[]
  run(): Promise<Counts>
}

const editorTimeout = 5 * 60_000

const steps: readonly Step[] = [
  { name: 'build', title: 'Build', run: () => script('build') },
  { name: 'types', title: 'Types', run: () => script('types') },
  { name: 'lint', title: 'Format and lint', run: () => script('lint') },
  { name: 'unused', title: 'Unused code', run: () => script('unused') },
  { name: 'install', title: 'VS Code and Chromium', run: installed },
  {
    name: 'unit',
    title: 'Unit tests and contracts',
    // The panel's tests run in Chromium, several at once: it must be there before them.
    needs: ['build', 'install'],
    run: () =>
      runNodeTests({
        files: testFiles('**/*.test.ts', 'extension', 'ui', 'vsix'),
        parallel: true,
        timeout: editorTimeout,
      }),
  },
  {
    name: 'in-host',
    title: 'Inside the extension host',
    needs: ['build', 'install'],
    run: () => runInHost(),
  },
  {
    name: 'ui',
    title: 'As a person, in the workbench',
    needs: ['build', 'install'],
    run: () => runNodeTests({ files: testFiles('ui/**/*.test.ts'), parallel: false, timeout: editorTimeout }),
  },
  {
    name: 'vsix',
    title: 'The packaged extension',
    needs: ['build', 'install'],
    run: () => runNodeTests({ files: testFiles('vsix/**/*.test.ts'), parallel: false, timeout: editorTimeout }),
  },
]

await main(async () => {
  const chosen = choose(process.argv.slice(2))
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

/** All steps, or those asked for and what they need. */
function choose(names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps
  const wanted = new Set<string>()
  for (const name of names) {
    const step = steps.find((candidate) => candidate.name === name)
    if (step === undefined) {
      throw new PlainError(`No step is called ${name}; the steps are ${steps.map((each) => each.name).join(', ')}.`)
    }
    for (const each of [...(step.needs ?? []), name]) wanted.add(each)
  }
  return steps.filter(({ name }) => wanted.has(name))
}

/** An npm script counts as one test. */
async function script(name: string): Promise<Counts> {
  const { status, output } = await npm(['run', '--silent', name], { cwd: repository, show: true })
  // Silent means: not even a word about a script that does not exist.
  if (status !== 0 && output === '') console.log(`\`npm run ${name}\` failed without a word; is there such a script?`)
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] }
}

/** Having what the tests need is no test; not having it is a failure. */
async function installed(): Promise<Counts> {
  await install()
  return { passed: 0, failed: 0, skipped: [] }
}

function asFailure(error: unknown): Counts {
  console.error(error instanceof PlainError ? error.message : error)
  return { passed: 0, failed: 1, skipped: [] }
}
