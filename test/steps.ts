import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { writeIndexes } from '../build/indexes.ts'
import { ruleIds } from '../build/sources.ts'
import { type Counts, sum } from './harness/counts.ts'
import { neighbours, runNodeTests, testFiles, unitTestFiles } from './harness/nodeTests.ts'
import { repository } from './harness/paths.ts'
import { PlainError } from './harness/plainError.ts'
import { npm, run } from './harness/processes.ts'

/** A row of the table below. */
export interface Step {
  /** The name by which `npm test -- NAME` selects it. */
  readonly name: string
  readonly title: string
  /** Steps that must pass before. They run too if only this one is requested. */
  readonly needs?: readonly string[]
  /** Adjacent steps with the same word here do not disturb each other, and run at the same time. */
  readonly beside?: string
  run(): Promise<Outcome>
}

/** The results of a step. */
export interface Outcome extends Counts {
  /** What it prints, if it does not do so while it runs. */
  readonly output?: string
}

/** The time limit for one test, in milliseconds. A busy machine takes long to start an editor. */
const timeout = 5 * 60_000

/** How many processes run at once. An editor and a browser, or a browser and its frames, use more than one core. */
const atOnce = Math.min(2, availableParallelism())

/** The time limit for a test if files share a process, in milliseconds. */
const timeoutTogether = 3 * timeout

/** What `npm test` runs, in this order. Steps that are quick and often fail come first. */
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

/** Assigns unit tests to processes. Mermaid takes globals that other tests leave for a page, so its tests are apart. */
function unitProcesses(): readonly (string | readonly string[])[] {
  const files = unitTestFiles()
  const isIn = (folder: string) => (file: string) => file.startsWith(join('test', folder, '/'))
  const contracts = files.filter(isIn('diagrams/inside'))
  const long = files.filter(isIn('fuzz'))
  const apart = files.filter((file) => isIn('diagrams')(file) && !contracts.includes(file))
  const others = files.filter((file) => ![contracts, long, apart].some((some) => some.includes(file)))
  return [...long, ...apart, contracts, ...neighbours(others, 20)]
}

/** The slowest files. They start first, because otherwise they would run alone at the end. */
const longest: readonly string[] = ['files', 'review', 'engines'].map((name) => join('test', 'ui', `${name}.test.ts`))

function runUiTests(): Promise<Counts> {
  const others = testFiles('ui/**/*.test.ts').filter((file) => !longest.includes(file))
  return runNodeTests({ files: [...longest, ...others], atOnce, timeout })
}

/** Returns all steps, or the requested ones with those that they need. */
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

/** `npm test -- rule ID`: tests the examples in a rule's header and what holds for every rule. Needs no build. */
export async function ruleSteps(ids: readonly string[]): Promise<readonly Step[]> {
  const known = await ruleIds()
  for (const id of ids) if (!known.includes(id)) throw new PlainError(`No rule is called ${id}.`)
  if (ids.length === 0) throw new PlainError(`Which rule? One of ${known.join(', ')}.`)
  const runOne = async (): Promise<Counts> => {
    await writeIndexes()
    // A test's full title starts with the name of its suite, which is the rule's id.
    const name = `/^(?:${ids.join('|')}) /`
    return runNodeTests({ files: ['test/rules.test.ts'], atOnce: 1, timeout, name })
  }
  return [{ name: 'rule', title: ids.join(', '), run: runOne }]
}

/** A build must change no file that git tracks; only `npm run generate` may. Without git, nothing is compared. */
async function build(): Promise<Outcome> {
  const changes = async () => (await run('git', ['diff'], { cwd: repository }).catch(() => undefined))?.output
  const before = await changes()
  const built = await script('build')
  const isSame = (await changes()) === before
  if (!isSame) console.log('The build changed files that git tracks; `git diff` shows them.')
  const counts = sum([built, { passed: isSame ? 1 : 0, failed: isSame ? 0 : 1, skipped: [] }])
  return { ...counts, ...(built.output !== undefined && { output: built.output }) }
}

/** Runs an npm script, which counts as one test. */
async function script(name: string): Promise<Outcome> {
  const { status, output } = await npm(['run', '--silent', name], { cwd: repository })
  // With `--silent`, npm does not even report a script that does not exist.
  const silence =
    status !== 0 && output === '' ? `\`npm run ${name}\` failed without a word; is there such a script?` : ''
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [], output: output + silence }
}

/** Installs what the tests need. That is not counted as a test, but a failure is. */
async function installed(): Promise<Counts> {
  await (await import('./harness/install.ts')).install()
  return { passed: 0, failed: 0, skipped: [] }
}
