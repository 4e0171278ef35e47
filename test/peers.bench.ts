/**
 * `npm run bench -- peers`: compares the command line with well-known linters, as whole processes, in turn, in one run:
 * on real documents if available, one short file, and files of 250 to 50,000 lines. `--write` puts the table into
 * docs/performance.md.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { cache, repository, temporaryFolder } from './harness/paths.ts'
import { npm, run } from './harness/processes.ts'
import { longDocument } from './util/longDocument.ts'

/** The versions with which all figures in docs/performance.md were measured. */
const packages = {
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  rumdl: '0.2.75',
}
const example = readFileSync(join(repository, 'examples/docs/system-design/parcel-tracking.md'), 'utf8')
const rounds = 3

interface Linter {
  readonly name: string
  readonly command: readonly string[]
}

export async function benchPeers(writes: boolean): Promise<void> {
  const linters = await install()
  const rows: string[] = []
  const header = `| | ${linters.map(({ name }) => name).join(' | ')} |`
  for (const [title, folder] of texts()) {
    const times = await timesOf(linters, folder)
    const best = times[linters.findIndex(({ name }) => name === 'markdownlint-cli2')] ?? 1
    rows.push(`| ${title} | ${times.map((time) => `${time.toFixed(2)} s (${(time / best).toFixed(2)})`).join(' | ')} |`)
  }
  const table = [header, `|---|${linters.map(() => '--:').join('|')}|`, ...rows].join('\n')
  console.log(
    `\nWhole processes, beside others (median of ${rounds}; in brackets against markdownlint-cli2)\n\n${table}`,
  )
  if (writes) put(table)
}

/** Installs the linters once, beside the editor that the tests use. */
async function install(): Promise<readonly Linter[]> {
  const folder = join(cache, 'peers')
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const stamp = join(folder, 'installed.txt')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted.join()) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const { status, output } = await npm(['install', '--no-audit', '--no-fund', ...wanted], { cwd: folder })
    if (status !== 0) throw new Error(`The other linters cannot be installed:\n${output}`)
    writeFileSync(stamp, wanted.join())
  }
  const at = (name: string) => join(folder, 'node_modules/.bin', name)
  const own = join(repository, 'dist/cli.mjs')
  const preset = join(folder, 'node_modules/remark-preset-lint-recommended/index.js')
  return [
    { name: 'design-docs, every rule', command: [process.execPath, own, 'lint', '.', '--type', 'system-design'] },
    { name: 'design-docs', command: [process.execPath, own, 'lint', '.'] },
    { name: 'design-docs --cache', command: [process.execPath, own, 'lint', '.', '--cache'] },
    { name: 'markdownlint-cli2', command: [process.execPath, at('markdownlint-cli2'), '**/*.md'] },
    { name: 'remark-cli', command: [process.execPath, at('remark'), '.', '--quiet', '--no-stdout', '--use', preset] },
    { name: 'rumdl', command: [at('rumdl'), 'check', '.', '--no-cache'] },
  ]
}

/** The texts to lint, each set in its own folder. */
function texts(): readonly (readonly [title: string, folder: string])[] {
  const corpus = resolve(repository, '../shared/corpus/design')
  const documents = temporaryFolder('peers')
  if (existsSync(corpus)) cpSync(corpus, documents, { recursive: true })
  const oneFile = (lines: number): readonly [string, string] => {
    const folder = temporaryFolder('peers')
    writeFileSync(join(folder, 'design.md'), longDocument(example, lines))
    return [`${lines.toLocaleString('en')} lines`, folder]
  }
  return [
    ...(existsSync(corpus) ? [['real documents', documents] as const] : []),
    ...[30, 250, 2_000, 10_000, 50_000].map(oneFile),
  ]
}

/** Runs the linters in turn, so that other load affects all of them. @returns seconds, in the order of the linters */
async function timesOf(linters: readonly Linter[], folder: string): Promise<readonly number[]> {
  const times = linters.map((): number[] => [])
  for (let round = 0; round <= rounds; round++)
    for (const [index, { name, command }] of linters.entries()) {
      const [program = '', ...args] = command
      const start = performance.now()
      const { status, output } = await run(program, args, { cwd: folder, env: { NO_COLOR: '1' } })
      // Exit status 1 stands for findings; anything higher means that the linter failed.
      if (status > 1) throw new Error(`${name} ended with ${status}:\n${output.slice(0, 2_000)}`)
      // The first round only fills the caches: the disk's, Node's and our own.
      if (round > 0) times[index]?.push((performance.now() - start) / 1000)
    }
  return times.map((each) => each.toSorted((a, b) => a - b)[each.length >> 1] ?? 0)
}

function put(table: string): void {
  const file = join(repository, 'docs/performance.md')
  const marked = /(<!-- peers -->\n)[\s\S]*(<!-- \/peers -->)/
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(marked, (_, start, end) => `${start}${table}\n${end}`),
  )
}
