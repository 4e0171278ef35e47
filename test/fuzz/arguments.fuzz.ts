import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import fc from 'fast-check'
import { commands } from '../../src/cli/commands/index.ts'
import { lintFormats } from '../../src/cli/formatters/index.ts'
import { readArguments, UsageError } from '../../src/cli/options.ts'
import { decision, runCli } from '../cli/util/runCli.ts'
import { anyText, oddity } from './arbitraries.ts'
import { holds } from './check.ts'

const options = [...new Set(commands.flatMap(({ options }) => Object.keys(options).map((name) => `--${name}`)))]
const files = [
  'docs',
  'docs/adr/0007-use-a-queue.md',
  'docs/broken.md',
  '.design-docs/config.json',
  'nowhere.md',
  'docs/new.md',
  '.',
  'new',
]

/** Whether an argument cannot lead out of the folder, since commands might write there. */
const harmless = (argument: string) => !/\.\.|^\W*[/~]|=\W*[/~]|\\/.test(argument)

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...commands.map(({ name }) => name), ...options) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...files, ...Object.keys(lintFormats), 'adr', 'system-design', 'index', 'help'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '--',
        '-',
        '-v',
        '-h',
        '--help',
        '--version',
        '--type=adr',
        '--format=',
        '--max-warnings=-1',
        '--no-fix',
        '-xyz',
      ],
      ...[
        '0',
        '3',
        '9'.repeat(12),
        '',
        ' ',
        '--title',
        'Use a queue',
        'con',
        '*.md',
        '{',
        '$(id)',
        '`id`',
        ';',
        '--fix=',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.oneof(anyText, oddity).filter(harmless) },
)
const line = fc
  .tuple(fc.constantFrom(...commands.map(({ name }) => name), 'help', ''), fc.array(word, { maxLength: 6 }))
  .map(([name, rest]) => [name, ...rest])

holds(
  'any arguments are read, or wrong in one sentence',
  500,
  fc.record({ line, command: fc.constantFrom(...commands) }),
  ({ line, command }) => {
    try {
      const args = readArguments(line, command.options)
      for (const name of Object.keys(command.options)) assert.match(typeof args.value(name), /^(?:string|undefined)$/)
    } catch (error) {
      assert.ok(error instanceof UsageError)
      assert.match(error.message, /^\S.*[^.]$/s)
    }
  },
)

const home = await mkdtemp(join(tmpdir(), 'design-docs-fuzz-'))
after(() => rm(home, { recursive: true, force: true }))

/** Creates a folder with good and bad documents. */
async function createRoot(): Promise<string> {
  const root = join(home, 'root')
  await rm(root, { recursive: true, force: true })
  for (const folder of ['docs/adr', '.design-docs', '.git']) await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, 'docs/adr/0007-use-a-queue.md'), decision('Acepted'))
  await writeFile(join(root, 'docs/broken.md'), Uint8Array.of(0xff, 0xfe, 0x00, 0x23, 0x80))
  await writeFile(join(root, '.design-docs/config.json'), '{ "rules": { "no-placeholder": ["off"] } ')
  return root
}

holds('the program ends with 0, 1 or 2 and writes nowhere else', 15, line, async (args) => {
  const root = await createRoot()
  await writeFile(join(home, 'beside.md'), '# Beside')
  const { code, out, err } = await runCli(root, args)
  assert.ok([0, 1, 2].includes(code))
  assert.doesNotMatch(err, /^ {4}at /m, 'a bug')
  assert.doesNotMatch(out + err, /(?![\n\t])\p{Cc}/u)
  if (code === 2 && !out) assert.match(err, /^design-docs: /)
  assert.deepEqual((await readdir(home)).toSorted(), ['beside.md', 'root'])
  assert.equal(await readFile(join(home, 'beside.md'), 'utf8'), '# Beside')
  if (!args.some((argument) => argument.startsWith('--')))
    assert.equal(await readFile(join(root, 'docs/adr/0007-use-a-queue.md'), 'utf8'), decision('Acepted'))
})
