import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { gitignoreTest } from '../../../src/core/text/gitignore.ts'

suite('the paths that .gitignore files ignore', () => {
  const isIgnored = gitignoreTest(
    new Map([
      ['docs/[a]', '/only-here.md\nnot*\n!notes.md'],
      ['', '# comment\n\nbuild/\n*.tmp.md\n/top.md\nnotes.md'],
    ]),
  )
  for (const [path, expected] of [
    ['build/a.md', true],
    ['docs/build/deep/a.md', true],
    ['docs/x.tmp.md', true],
    ['top.md', true],
    ['docs/top.md', false],
    ['docs/[a]/only-here.md', true],
    ['docs/[a]/deep/only-here.md', false],
    ['docs/[a]/deep/nothing.md', true],
    ['docs/nothing.md', false],
    // A pattern further inside takes precedence.
    ['docs/notes.md', true],
    ['docs/[a]/notes.md', false],
    ['docs/a/only-here.md', false],
  ] as const)
    test(`${path} is ${expected ? '' : 'not '}one of them`, () => assert.equal(isIgnored(path), expected))

  test('a pattern that could backtrack forever is ignored, and so are patterns past the limit', () => {
    const costly = `${'*a'.repeat(40)}*.md`
    assert.equal(gitignoreTest(new Map([['', costly]]))('a.md'), false)
    const many = Array.from({ length: 20_000 }, (_, index) => `x${index}.md`).join('\n')
    assert.deepEqual(['x1.md', 'x19999.md'].map(gitignoreTest(new Map([['', many]]))), [true, false])
  })
})
