import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { walk } from '../build/regexSource.ts'

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** Calls whose number of arguments is determined by our own source. */
const short: ReadonlySet<string> = new Set([
  'placeOf(first, ...observed)',
  'placeOf(first, ...aspects)',
  'blocksWith(facts, ...aspects)',
  'blocksWith(facts, ...concepts)',
  'proseWith(facts, ...observed)',
  'mentionsOf(spoken, ...matters)',
  'read(first, ...rest)',
  'read(key, ...rest)',
  "askGit(folder, 'log', ...form, '--no-ext-diff', '--no-textconv', ...kinds)",
  'vscode.Disposable.from(...registered)',
  'vscode.commands.executeCommand(command, ...args)',
  "element('p', {}, ...withCode(message))",
  "svg.prepend(make('title', {}, title), ...(description ? [make('desc', {}, description)] : []), paint)",
  'String.fromCharCode(...new Uint8Array(digest))',
])

/** The calls in a source with spread arguments. */
const spreadsIn = (file: string, text: string) =>
  [...walk(parseSync(file, text).program)]
    .filter(({ type }) => type === 'CallExpression' || type === 'NewExpression')
    .filter((node) => (node as unknown as { arguments: { type: string }[] }).arguments.some(isSpread))
    .map(({ start, end }) => text.slice(start, end))

const isSpread = ({ type }: { type: string }) => type === 'SpreadElement'

test('no call spreads a list of any length, which could overflow the stack: core/data/longLists.ts', () => {
  assert.deepEqual(spreadsIn('a.ts', 'f(...a); new B(1, ...c); f([...a]); const [d, ...e] = a'), [
    'f(...a)',
    'new B(1, ...c)',
  ])
  const files = globSync('**/*.ts', { cwd: root }).filter((file) => !/\.d\.ts$|^generated/.test(file))
  assert.ok(files.length > 300)
  const wrong = files.flatMap((file) =>
    spreadsIn(file, readFileSync(join(root, file), 'utf8')).flatMap((call) =>
      short.has(call) ? [] : `${file}: ${call}`,
    ),
  )
  assert.deepEqual(wrong, [])
})
