/**
 * `npm run bench`: measures parsing, linting and the diagram panel, and the size of what ships. Milliseconds of one run
 * on one machine say little; the ratio to remark-parse for the same text in the same run says more.
 */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { createDocument } from '../src/core/document/document.ts'
import { createLinter } from '../src/core/lint/lint.ts'
import { parseMarkdown } from '../src/core/markdown/markdown.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import { parseTemplate } from '../src/core/template/template.ts'
import { rules } from '../src/generated/rules.ts'
import { syntaxes } from '../src/generated/syntaxes.ts'
import { templateTexts } from '../src/generated/templates.ts'
import { benchAttacks } from './attacks.bench.ts'
import { runInHost } from './harness/inHost.ts'
import { install } from './harness/install.ts'
import { repository, temporaryFolder } from './harness/paths.ts'
import { npm } from './harness/processes.ts'
import { benchLanguage } from './language.bench.ts'
import { benchPeers } from './peers.bench.ts'
import { benchPanel } from './ui/panel.bench.ts'
import { longDocument } from './util/longDocument.ts'

const root = new URL('../', import.meta.url)
const engines = syntaxes.flatMap(({ id }) => [`${id}-worker.js`, `${id}-frame.js`])
const types = templateTexts.flatMap(({ name, text }) => parseTemplate(text, name, syntaxes).type ?? [])
const example = await readFile(new URL('examples/docs/system-design/parcel-tracking.md', root), 'utf8')
/** A linter without the cost of diagrams, which are checked in parallel in a worker. */
const linter = createLinter({ rules, types, host: { checkDiagram: async () => [] } })

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

async function time(work: (round: number) => unknown, rounds: number): Promise<number> {
  const values: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await work(round)
    values.push(performance.now() - start)
  }
  return median(values)
}

const ms = (value: number): string => value.toFixed(1)

async function benchLint(): Promise<void> {
  console.log('\nParse and lint (ms, median)\n')
  console.log(
    '| lines | remark-parse | first lint | against remark-parse | a letter typed | a new heading | an opening fence |',
  )
  console.log('|--:|--:|--:|--:|--:|--:|--:|')
  for (const [lines, rounds] of [
    [250, 15],
    [2_000, 7],
    [10_000, 3],
  ] as const) {
    const text = longDocument(example, lines)
    const lint = (parser: ReturnType<typeof createParser>, edited: string) =>
      linter.lint(createDocument(parser.parse(edited), syntaxes))
    const whole = await time(() => parseMarkdown(text), rounds)
    const first = await time(() => lint(createParser(), text), rounds)
    const parser = createParser()
    await lint(parser, text)
    const middle = text.indexOf('\n\n', text.length >> 1) + 2
    const type = (inserted: (round: number) => string) =>
      time((round) => lint(parser, text.slice(0, middle) + inserted(round) + text.slice(middle)), 15)
    const letter = await type((round) => 'x'.repeat(round + 1))
    const heading = await type((round) => `## New ${round}\n\n`)
    const fence = await type((round) => `~~~${'x'.repeat(round)}\n`)
    console.log(
      `| ${lines} | ${ms(whole)} | ${ms(first)} | ${(first / whole).toFixed(2)} | ${ms(letter)} | ${ms(heading)} | ${ms(fence)} |`,
    )
  }
}

async function benchSizes(): Promise<void> {
  console.log('\nWhat ships (KB)\n\n| file | minified | gzip |\n|---|--:|--:|')
  for (const name of ['extension.js', 'features.js', ...engines, 'panel.js', 'program.mjs']) {
    const file = new URL(`dist/${name}`, root)
    if (!(await stat(file).catch(() => undefined))) continue
    const bytes = await readFile(file)
    console.log(`| ${name} | ${(bytes.length / 1024).toFixed(0)} | ${(gzipSync(bytes).length / 1024).toFixed(0)} |`)
  }
}

/** Prints the size of the package that people install, with all engines. */
async function benchPackage(): Promise<void> {
  const file = join(temporaryFolder('vsix'), 'design-docs.vsix')
  const { status, output } = await npm(['run', '--silent', 'package', '--', '--out', file], { cwd: repository })
  console.log(status === 0 ? `\nThe package: ${((await stat(file)).size / 1024).toFixed(0)} KB` : output)
}

/** Prints how much of the package the extension and the panel read for a document with one flowchart. */
async function benchLoaded(names: readonly string[]): Promise<void> {
  const files = ['extension.js', 'features.js', 'mermaid-worker.js', ...names].map((name) => ({
    name,
    folder: name.endsWith('.css') ? 'media' : 'dist',
  }))
  const sizes = await Promise.all(
    files.map(async ({ name, folder }) => (await stat(new URL(`${folder}/${name}`, root))).size),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`\nRead for a document with one flowchart: ${(total / 1024).toFixed(0)} KB`)
  for (const [index, { name }] of files.entries()) console.log(`  ${name}: ${((sizes[index] ?? 0) / 1024).toFixed(0)}`)
}

if (process.argv[2] === 'peers') {
  await benchPeers(process.argv.includes('--write'))
  process.exit()
}
await benchLint()
await benchAttacks(types)
await benchLanguage(
  example,
  types.find(({ id }) => id === 'system-design'),
)
await benchSizes()
await benchPackage()
await install()
await benchLoaded(await benchPanel())
// No Markdown and no config, so that nothing activates the extension before its activation is measured.
await runInHost({ kind: 'bench', workspace: { 'example.txt': example } })
await benchPeers(false)
