/** Measures small inputs based on public bug reports, each against its correct result. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type CaseCheck, caseChecks } from './caseChecks.ts'
import { type HashHalf, isInHalf, type LintedFile, lintRepository, type Repository, tableOf } from './files.ts'

interface Case {
  readonly case: string
  readonly kind: string
  /** The file in the corpus, by its path in the repository. */
  readonly files: Readonly<Record<string, string>>
  readonly right: string
}

export async function reportCases(corpus: URL, half: HashHalf | undefined): Promise<boolean> {
  const folder = new URL('cases/', corpus)
  const all = JSON.parse(await readFile(new URL('cases.json', folder), 'utf8')) as readonly Case[]
  const cases = all.filter((each) => isInHalf(`case ${each.case}`, half))
  const wrong: string[][] = []
  let right = 0
  for (const each of cases) {
    const reasons = await judge(each, await readCase(each, folder))
    if (reasons.length === 0) right++
    for (const [index, reason] of reasons.entries()) wrong.push([index === 0 ? each.case : '', reason])
    if (reasons.length > 0) wrong.push(['', `right is: ${each.right}`])
  }
  console.log(`\nCases, ${cases.length}\n`)
  console.log(tableOf([['case', 'what is wrong'], ...wrong]))
  console.log(`\n${right} of ${cases.length} right, goal all: ${right === cases.length ? 'reached' : 'NOT reached'}`)
  return right === cases.length
}

async function readCase({ files }: Case, folder: URL): Promise<Repository> {
  const read = Object.entries(files).map(
    async ([path, file]) => [path, await readFile(new URL(file, folder), 'utf8')] as const,
  )
  return new Map(await Promise.all(read))
}

/** What is wrong in a case; empty if it is right. */
async function judge({ case: number }: Case, repository: Repository): Promise<readonly string[]> {
  const check = caseChecks[number]
  if (!check) return ['nobody has said yet how a program can tell: build/accuracy/caseChecks.ts']
  const linted = await lintRepository(repository)
  return [...judgeMessages(check, linted), ...(await judgePrograms(check, repository))]
}

function judgeMessages({ quiet, fires, unsaid, types }: CaseCheck, linted: readonly LintedFile[]): readonly string[] {
  const messages = linted.flatMap(({ path, messages }) =>
    messages.map((message) => ({
      ...message,
      line: `${message.severity}:${message.ruleId}: ${message.reason} (${basename(path)})`,
    })),
  )
  const isUnwanted = (rule: string, severity: string) =>
    quiet === 'all' ? severity !== 'hint' : quiet?.includes(rule) === true
  const unwanted = messages.filter(
    ({ ruleId, severity, line }) => isUnwanted(ruleId, severity) || unsaid?.test(line) === true,
  )
  const wrong = unwanted.map(({ line }) => line)
  if (fires) {
    const heard = messages.filter(({ ruleId, reason }) => ruleId === fires.rule && (fires.says?.test(reason) ?? true))
    if (heard.length === 0 || (fires.times !== undefined && heard.length !== fires.times))
      wrong.push(`${fires.rule} says it ${heard.length} times`)
  }
  for (const { path, type = 'nothing' } of linted)
    if (types && !types.test(type)) wrong.push(`${path} is taken for ${type}`)
  return wrong
}

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/** What is wrong in the output of the command line, run in a folder with the files of the case. */
async function judgePrograms({ index, created }: CaseCheck, repository: Repository): Promise<readonly string[]> {
  if (!index && !created) return []
  const folder = await mkdtemp(join(tmpdir(), 'design-docs-case-'))
  try {
    for (const [path, text] of repository) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const wrong: string[] = []
    if (index) {
      const table = (await runIn(folder, 'adr', 'index')).split('\n').slice(2).join('\n')
      if (!index.test(table)) wrong.push(`adr index: ${table.trim().replaceAll('\n', ' / ')}`)
    }
    if (created) {
      const out = await runIn(folder, 'new', 'adr-nygard', created.folder, '--title', 'Use a queue')
      const path = /\S*use-a-queue\S*/.exec(out)?.[0] ?? out
      const name = path.slice(path.indexOf(created.folder) + created.folder.length + 1)
      if (!created.name.test(name)) wrong.push(`new writes ${path.trim()}`)
    }
    return wrong
  } finally {
    await rm(folder, { recursive: true })
  }
}

const runIn = async (cwd: string, ...args: readonly string[]): Promise<string> =>
  promisify(execFile)(process.execPath, [program, ...args], { cwd }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout?: string; stderr?: string }) => `${error.stdout ?? ''}${error.stderr ?? ''}`,
  )
