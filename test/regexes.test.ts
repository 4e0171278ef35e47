import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLinear } from '../build/linearRegex.ts'
import { sourceRegexes, unproven, unusedExceptions } from '../build/regexes.ts'
import { findRegexes } from '../build/regexSource.ts'

const regexes = await sourceRegexes()

test('every regular expression is proven to be linear, or is an exception with a reason', () => {
  assert.deepEqual(
    unproven(regexes).map(({ file, line, source }) => `${file}:${line}: ${source}`),
    [],
  )
  assert.deepEqual(unusedExceptions(regexes), [])
})

test('a new regular expression that is not proven to be linear is noticed', () => {
  const added = findRegexes('src/core/new.ts', 'const end = /\\s+$/')
  assert.equal(unproven(added.map((regex) => ({ ...regex, file: 'src/core/new.ts' }))).length, 1)
})

/** Expressions with the reason why their time is linear or, in `notLinear`, is not proven to be. */
const linear = [
  [/^\s+$/, 'tried at one place only'],
  [/foo\s+bar/, 'a run of blanks begins behind a letter'],
  [/^(\w+) *= *(.+)/m, 'a line is tried from its beginning'],
  [/\bfoo\w*!/, 'there is one boundary before a run of letters'],
  [/(?<!\w)\w+!/, 'there is one place that no letter stands before'],
  [/,[^,]*,/, 'a run ends where the next begins'],
  [/k[^k]*!/i, 'case is looked at'],
  [/^a*b*c*$/, 'no run can give anything to the next'],
  [/^--(.+)-\d+$/, 'digits are read once, however long the first run is'],
  [/(?:[^"\\]|\\.){1,3}x/, 'the expression says how many'],
  [/"(?:[^"]|"")*"/y, 'the first letter says which way to go'],
  [/.{0,80}x/, 'the expression says how many'],
  [/[a-z]+/, 'it ends with the run'],
  [/a(?=b+)/, 'a look ahead reads a run once'],
] as const
const notLinear = [
  [/\s+$/, 'each place of a run is a new beginning'],
  [/a+b/, 'each place of a run is a new beginning'],
  [/foo\w*!/, 'foo may stand within what follows it'],
  [/\b.+!/, 'a boundary may stand within the run'],
  [/^\s*x/m, 'a run of blanks goes over lines'],
  [/^(a+)+$/, 'many ways through the same run'],
  [/^(?:a|ab|b)*$/, 'many ways through the same run'],
  [/^a*[ab]*c/, 'one run gives to the next'],
  [/,\d+\.?\d*$/, 'one run gives to the next'],
  [/K[^k]*!/, 'K may stand within what follows it'],
  [/^(.+)-(.+)-x/, 'the second is read for each end of the first'],
  [/a(?=.+b)/, 'a look ahead reads the same run from each place'],
  [/.{0,80}.{0,80}x/, 'too many ways, though the expression says how many'],
  [/^(a+)\1$/, 'what a reference takes is not known'],
] as const

for (const [regex, reason] of linear)
  test(`${regex} is linear: ${reason}`, () => assert.ok(isLinear(regex.source, regex.flags)))
for (const [regex, reason] of notLinear)
  test(`${regex} is not proven to be linear: ${reason}`, () => assert.ok(!isLinear(regex.source, regex.flags)))

test('a character beyond 16 bits may match any set that has such characters', () => {
  assert.ok(!isLinear('😀\\p{L}*!', 'u'))
  assert.ok(isLinear('a\\d*!', 'u'))
})

test('findRegexes finds literals and constructed expressions', () => {
  const text = [
    "const words = 'a|b'",
    'const made = new RegExp(`^(?:${words})$`, "i")',
    'const put = (x: string) => x.replace(/a+/g, "/no/")',
    'const both = RegExp(made.source)',
    'const open = (x: string) => new RegExp(x)',
  ].join('\n')
  assert.deepEqual(
    findRegexes('a.ts', text).map(({ line, pattern, flags }) => [line, pattern, flags]),
    [
      [2, '^(?:a|b)$', 'i'],
      [3, 'a+', 'g'],
      [4, undefined, ''],
      [5, undefined, ''],
    ],
  )
})
