import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Config } from '../../../src/core/lint/config.ts'
import { createLinter } from '../../../src/core/lint/lint.ts'
import { matchesGlob } from '../../../src/core/text/globs.ts'
import { host, readModel, types } from '../../util/linting.ts'

test('globs', () => {
  assert.equal(matchesGlob(['docs/**/*.md'], 'docs/a/b.md'), true)
  assert.equal(matchesGlob(['./docs/*.md'], 'docs/b.md'), true)
  assert.equal(matchesGlob(['docs/*.md'], 'docs/a/b.md'), false)
  assert.equal(matchesGlob(['+(a|aa)+(a|aa)+(a|aa)+(a|aa)b'], 'a'.repeat(5_000)), false)
  assert.equal(matchesGlob(['['.repeat(70_000)], 'a'), false)
})

test('the globs of a config are compiled once, however many there are and however often it lints', async () => {
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
  assert.equal(reads, globs.length)
})
