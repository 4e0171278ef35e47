import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRegexes } from '../build/regexes.ts'
import { findRegexes } from '../build/regexSource.ts'

test('no regular expression takes more than linear time, but for those that say why', async () => {
  assert.deepEqual((await checkRegexes()).problems, [])
})

test('regular expressions are found wherever they are', () => {
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
