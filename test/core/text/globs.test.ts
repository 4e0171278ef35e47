import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import picomatch from 'picomatch/posix.js'
import type { Config } from '../../../src/core/lint/config.ts'
import { createLinter } from '../../../src/core/lint/lint.ts'
import { matchesGlob } from '../../../src/core/text/globs.ts'
import { host, readModel, types } from '../../util/linting.ts'

test('matchesGlob supports *, **, ?, braces, brackets, escapes and negation', () => {
  assert.equal(matchesGlob(['docs/**/*.md'], 'docs/a/b.md'), true)
  assert.equal(matchesGlob(['./docs/*.md'], 'docs/b.md'), true)
  assert.equal(matchesGlob(['docs/*.md'], 'docs/a/b.md'), false)
  assert.equal(matchesGlob(['!docs/**'], 'docs/b.md'), false)
  assert.equal(matchesGlob(['!docs/**'], 'b.md'), true)
  assert.equal(matchesGlob(['docs/{adr,rfcs/{a,b}}/*.md'], 'docs/rfcs/b/x.md'), true)
  assert.equal(matchesGlob(['[!a]*/x[0-9].md'], 'b/x7.md'), true)
  assert.equal(matchesGlob(['[!a]*/x[0-9].md'], 'a/x7.md'), false)
  assert.equal(matchesGlob(['docs/\\*(draft)/{a}.md'], 'docs/*(draft)/{a}.md'), true)
  assert.equal(matchesGlob(['docs/??.md'], 'docs/ü😀.md'), true)
  assert.equal(matchesGlob(['docs/[.md'], 'docs/[.md'), true, 'a bracket that nobody closes')
})

test('matchesGlob agrees with picomatch on random globs and paths', () => {
  const folder = fc.constantFrom(
    'a',
    'ab',
    '*',
    '**',
    '?',
    'a*',
    '*b',
    '{a,b}',
    '{a,b/c}',
    '[ab]',
    '.',
    'a{b,{c,d}}',
    '\\*',
  )
  const name = fc.constantFrom('*', '*.md', 'a.md', '{a,b}.md', '[a-c].md', '?.md', 'a*.md', '**', '*.{md,txt}')
  const glob = fc
    .tuple(fc.constantFrom('', '', '!', './'), fc.array(folder, { maxLength: 4 }), name)
    .map(([before, folders, last]) => before + [...folders, last].join('/'))
  const path = fc
    .tuple(
      fc.array(fc.constantFrom('a', 'b', 'ab', 'c', '*', '.a', 'xyb'), { maxLength: 4 }),
      fc.constantFrom('a.md', 'b.md', 'x.md', 'ab.md', '.md'),
    )
    .map(([folders, last]) => [...folders, last].join('/'))
  fc.assert(
    fc.property(glob, path, (pattern, file) => {
      const other = picomatch(pattern.replace(/^\.\//, ''), { noextglob: true, dot: true })
      assert.equal(matchesGlob([pattern], file), other(file), `${pattern} of ${file}`)
    }),
    { seed: 20_261_129, numRuns: 3_000 },
  )
})

/** Each would keep a backtracking matcher busy practically forever. */
const attacks: readonly (readonly [glob: string, path: string])[] = [
  ['*a'.repeat(200), `${'a'.repeat(4_000)}b`],
  ['**/a/'.repeat(90), `${'a/'.repeat(2_000)}b`],
  ['{a,aa}'.repeat(80), `${'a'.repeat(4_000)}b`],
  [`${'{*,**,?}'.repeat(60)}x`, 'a'.repeat(4_000)],
  ['(a+)+b', 'a'.repeat(4_000)],
  ['(a|aa)+b', 'a'.repeat(4_000)],
  ['+(a|aa)+(a|aa)+(a|aa)+(a|aa)b', 'a'.repeat(4_000)],
  [`${'{,'.repeat(160)}${'}'.repeat(160)}x`, 'a'.repeat(4_000)],
  ['{'.repeat(499), 'a'],
  ['['.repeat(499), 'a'],
  ['['.repeat(70_000), 'a'],
  ['*'.repeat(70_000), 'a'],
]

test('globs that would make a backtracking matcher hang are matched in time', () => {
  const program = `import { matchesGlob } from ${JSON.stringify(new URL('../../../src/core/text/globs.ts', import.meta.url).href)}
    for (const [glob, path] of ${JSON.stringify(attacks)}) if (matchesGlob([glob], path)) throw new Error(glob.slice(0, 80))`
  // In a separate process, which can be stopped; this takes a second.
  execFileSync(process.execPath, ['--input-type=module', '-'], { input: program, timeout: 60_000 })
})

test('the globs of a config are compiled once for any number of lints', async () => {
  let reads = 0
  const globs = new Proxy(
    Array.from({ length: 600 }, (_, index) => `docs/${index}/*.md`),
    {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads++
        return Reflect.get(target, key)
      },
    },
  )
  const config: Config = { ignore: globs, types: [[globs, 'adr']], overrides: [{ files: globs, rules: {} }] }
  const document = readModel('# Note: x')
  for (const path of ['docs/1/a.md', 'a.md', 'b.md', 'README.md'])
    await createLinter({ rules: [], types, host, config }).lint(document, path)
  // Once as globs, and once as what is ignored, where folders stand for what is in them.
  assert.equal(reads, 2 * globs.length)
})
