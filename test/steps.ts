import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { writeIndexes } from '../build/indexes.ts'
import { ruleIds } from '../build/sources.ts'
import { type Counts, sum } from './harness/counts.ts'
import { neighbours, runNodeTests, testFiles, unitTestFiles } from './harness/nodeTests.ts'
import { repository } from './harness/paths.ts'
import { PlainError } from './harness/plainError.ts'
import { npm, run } from './harness/processes.ts'

/** One line of the table below. */
export interface Step {
  /** What `npm test -- NAME` chooses it by. */
  readonly name: string
  readonly title: string
  /** Steps that must have passed; they are run too where only this one was asked for. */
  readonly needs?: readonly string[]
  /** Neighbours with the same word here are in nobody's way, and run at once. */
  readonly beside?: string
  run(): Promise<Outcome>
}

/** What a step did. */
export interface Outcome extends Counts {
  /** What it says, where it does not show that while it runs. */
  readonly output?: string
}

/** Milliseconds for one test; a machine that is busy with other things takes long to start an editor. */
const timeout = 5 * 60_000

/** An editor and a browser, or a browser and its frames, keep more than one core busy. */
const atOnce = Math.min(2, availableParallelism())

/** The same for files that share a process. */
const timeoutTogether = 3 * timeout

/** What `npm test` runs, in this order: what is quick and often wrong comes first. */
const steps: readonly Step[] = [
  { name: 'build', title: 'Build', run: build },
  { name: 'types', title: 'Types', beside: 'checks', run: () => script('types') },
  { name: 'lint', title: 'Format and lint', beside: 'checks', run: () => script('lint') },
  { name: 'unused', title: 'Unused code', beside: 'checks', run: () => script('unused') },
  {
    name: 'unit',
    title: 'Unit tests and contracts',
    beside: 'unit',
    needs: ['build'],
    run: () => runNodeTests({ files: unitProcesses(), atOnce: availableParallelism(), timeout: timeoutTogether }),
  },
  { name: 'install', title: 'VS Code and Chromium', beside: 'unit', run: installed },
  {
    name: 'panel',
    title: 'The diagram panel, in Chromium',
    needs: ['build', 'install'],
    run: () =>
      runNodeTests({ files: neighbours(testFiles('webview/**/*.test.ts'), 5), atOnce, timeout: timeoutTogether }),
  },
  {
    name: 'in-host',
    title: 'Inside the extension host',
    needs: ['build', 'install'],
    run: async () => (await import('./harness/inHost.ts')).runInHost(),
  },
  {
    name: 'ui',
    title: 'As a person, in the workbench',
    needs: ['build', 'install'],
    run: runUiTests,
  },
  {
    name: 'vsix',
    title: 'The packaged extension',
    needs: ['build', 'install'],
    run: () => runNodeTests({ files: testFiles('vsix/**/*.test.ts'), atOnce, timeout }),
  },
]

/** The processes of the unit tests. Mermaid in Node takes what others leave in the globals for a page, so its tests are apart. */
function unitProcesses(): readonly (string | readonly string[])[] {
  const files = unitTestFiles()
  const isIn = (folder: string) => (file: string) => file.startsWith(join('test', folder, '/'))
  const contracts = files.filter(isIn('diagrams/inside'))
  const long = files.filter(isIn('fuzz'))
  const apart = files.filter((file) => isIn('diagrams')(file) && !contracts.includes(file))
  const others = files.filter((file) => ![contracts, long, apart].some((some) => some.includes(file)))
  return [...long, ...apart, contracts, ...neighbours(others, 8)]
}

/** The files that take longest, first: begun last they would be waited for alone. */
const longest: readonly string[] = ['files', 'review', 'engines'].map((name) => join('test', 'ui', `${name}.test.ts`))

function runUiTests(): Promise<Counts> {
  const others = testFiles('ui/**/*.test.ts').filter((file) => !longest.includes(file))
  return runNodeTests({ files: [...longest, ...others], atOnce, timeout })
}

/** All steps, or those asked for and what they need. */
export function chooseSteps(names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps
  const wanted = new Set<string>()
  for (const name of names) {
    const step = steps.find((candidate) => candidate.name === name)
    if (step === undefined) {
      const known = steps.map((each) => each.name).join(', ')
      throw new PlainError(`No step is called ${name}; the steps are ${known}, and rule ID.`)
    }
    for (const each of [...(step.needs ?? []), name]) wanted.add(each)
  }
  return steps.filter(({ name }) => wanted.has(name))
}

/** `npm test -- rule ID`: the examples of one rule's header and what is true of every rule. Needs no build. */
export async function ruleSteps(ids: readonly string[]): Promise<readonly Step[]> {
  const known = await ruleIds()
  for (const id of ids) if (!known.includes(id)) throw new PlainError(`No rule is called ${id}.`)
  if (ids.length === 0) throw new PlainError(`Which rule? One of ${known.join(', ')}.`)
  const runOne = async (): Promise<Counts> => {
    await writeIndexes()
    // A test's full title begins with its suite, and a suite is called as its rule.
    const name = `/^(?:${ids.join('|')}) /`
    return runNodeTests({ files: ['test/rules.test.ts'], atOnce: 1, timeout, name })
  }
  return [{ name: 'rule', title: ids.join(', '), run: runOne }]
}

/** Building changes no file that git tracks; what does is `npm run generate`. Where there is no git nothing is compared. */
async function build(): Promise<Outcome> {
  const changes = async () => (await run('git', ['diff'], { cwd: repository }).catch(() => undefined))?.output
  const before = await changes()
  const built = await script('build')
  const isSame = (await changes()) === before
  if (!isSame) console.log('The build changed files that git tracks; `git diff` shows them.')
  const counts = sum([built, { passed: isSame ? 1 : 0, failed: isSame ? 0 : 1, skipped: [] }])
  return { ...counts, ...(built.output !== undefined && { output: built.output }) }
}

/** An npm script counts as one test. */
async function script(name: string): Promise<Outcome> {
  const { status, output } = await npm(['run', '--silent', name], { cwd: repository })
  // Silent means: not even a word about a script that does not exist.
  const silence =
    status !== 0 && output === '' ? `\`npm run ${name}\` failed without a word; is there such a script?` : ''
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [], output: output + silence }
}

/** Having what the tests need is no test; not having it is a failure. */
async function installed(): Promise<Counts> {
  await (await import('./harness/install.ts')).install()
  return { passed: 0, failed: 0, skipped: [] }
}
