import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFrontmatter } from '../../src/core/frontmatter.ts'
import { createParser } from '../../src/core/slices.ts'

const read = (text: string) => readFrontmatter(createParser().parse(text))

/** What stands at the places of a document's front matter. */
const written = (text: string) =>
  Object.fromEntries(Object.entries(read(text).places).map(([key, { start, end }]) => [key, text.slice(start, end)]))

const sample = `---
a: "x: y"
b: [1, [2, "]"]]
c:
  - one
  - two: 'zwei'
"d e": |
  block
  text
e:
f: plain text # a comment
g: {k: v}
h: &n name
i: *n
---

# Title
`

test('values and their places', () => {
  const { data, range } = read(sample)
  assert.deepEqual(
    { ...data },
    {
      a: 'x: y',
      b: [1, [2, ']']],
      c: ['one', { two: 'zwei' }],
      'd e': 'block\ntext\n',
      e: null,
      f: 'plain text',
      g: { k: 'v' },
      h: 'name',
      i: 'name',
    },
  )
  assert.deepEqual(range, { start: 0, end: sample.indexOf('\n\n#') })
  const places = {
    a: '"x: y"',
    b: '[1, [2, "]"]]',
    c: "- one\n  - two: 'zwei'",
    'd e': '  block\n  text',
    e: '',
    f: 'plain text',
    g: '{k: v}',
    h: 'name',
    i: '*n',
  }
  assert.deepEqual(written(sample), places)
  assert.deepEqual(
    written(sample.replaceAll('\n', '\r\n')),
    Object.fromEntries(Object.entries(places).map(([key, text]) => [key, text.replaceAll('\n', '\r\n')])),
  )
})

test('dates stay text, and no key reaches a prototype', () => {
  assert.deepEqual({ ...read('---\ndate: 2026-03-09\n---\n').data }, { date: '2026-03-09' })
  const { data } = read('---\n__proto__: {polluted: true}\nconstructor: 1\n---\n')
  assert.equal(Object.getPrototypeOf(data), null)
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
})

test('a mistake is told at its place', () => {
  for (const text of [
    '---\na: [1\nb: 2\n---\n',
    '---\na: "x\n---\n',
    '---\n\tb: 1\n---\n',
    '---\na: b: c\n---\n',
    '---\n*x\n---\n',
  ]) {
    const { problem, data } = read(text)
    assert.match(problem?.reason ?? '', /^Front matter is not valid YAML: \S.*[^.]$/, text)
    assert.ok(problem && problem.start >= 4 && problem.end <= text.length)
    assert.deepEqual({ ...data }, {})
  }
})

test('what is no mapping, too long, too deep or full of aliases is read without harm', () => {
  assert.deepEqual(read('# none').range, undefined)
  assert.deepEqual({ ...read('---\n- a\n---\n').data }, {})
  assert.equal(read(`---\na: ${'x'.repeat(30_000)}\n---\n`).problem?.reason, 'Front matter is too long to be read')
  assert.ok(read(`---\na: ${'['.repeat(5_000)}\n---\n`).problem)
  assert.ok(read(`---\na: &a [x]\nb: [${'*a,'.repeat(50)}]\n---\n`).problem)
})
