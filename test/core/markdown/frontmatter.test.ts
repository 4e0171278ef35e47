import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFrontmatter } from '../../../src/core/markdown/frontmatter.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { readModel } from '../../util/linting.ts'

const read = (text: string) => readFrontmatter(createParser().parse(text))

/** The text at the places of a document's front matter, by key. */
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

test('values are read with their places, with LF and CRLF line ends', () => {
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

test('dates stay text, and a `__proto__` key pollutes no prototype', () => {
  assert.deepEqual({ ...read('---\ndate: 2026-03-09\n---\n').data }, { date: '2026-03-09' })
  const { data } = read('---\n__proto__: {polluted: true}\nconstructor: 1\n---\n')
  assert.equal(Object.getPrototypeOf(data), null)
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
})

test('invalid YAML is reported inside the front matter, and no data is read', () => {
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

test('front matter that is a list, too long, too deep or full of aliases does no harm', () => {
  assert.deepEqual(read('# none').range, undefined)
  assert.deepEqual({ ...read('---\n- a\n---\n').data }, {})
  assert.equal(read(`---\na: ${'x'.repeat(30_000)}\n---\n`).problem?.reason, 'Front matter is too long to read')
  assert.ok(read(`---\na: ${'['.repeat(5_000)}\n---\n`).problem)
  assert.ok(read(`---\na: &a [x]\nb: [${'*a,'.repeat(50)}]\n---\n`).problem)
})

test('the place of an empty block scalar is its indicator', () => {
  assert.deepEqual(written('---\na: >\nb: |-  \n\n\nc:\n  - x\n  - >\n---\n'), { a: '>', b: '|-', c: '- x\n  - >' })
})

test('random front matter is read or reported, and every place is in order and inside it', () => {
  const keys = ['a:', 'b: ', '? ', ': ', '<<: ', '- ']
  const values = ['c', '"', "'", '>', '|', '|-', '2', '\\', '[', ']', '{', '}', ', ', '&x ', '*x', '!!str ', '!!map ']
  const between = [' ', '  ', '\t', '\n', '\r\n', '# d', '...']
  const pieces = fc.array(fc.constantFrom(...keys, ...values, ...between), { maxLength: 14 })
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = `---\n${parts.join('')}\n---\n\n# Title\n`
      const { places, range, problem } = read(text)
      for (const { start, end } of [...Object.values(places), ...(problem ? [problem] : [])])
        assert.ok(range && range.start <= start && start <= end && end <= range.end, text)
    }),
    { seed: 20_261_128, numRuns: 2_000 },
  )
})

test('a value in TOML ends where its string or bracket closes, and holds no keys', () => {
  const values = {
    status: '"acc\\"x # y"',
    path: "'C:\\'",
    empty: '""',
    long: '"""\nx = 1\nstatus = "no" \\"""\n[y]""""',
    tags: '[ # z = 1\n  "title = x",\n[ "]" ],\n]',
    table: '{ w = 1 }',
    x: "'''\nlong = 2\\'''",
    date: '2026-03-09',
  }
  const lines = Object.entries(values).map(([key, value]) => `${key} = ${value} # why\n`)
  const text = `+++\n${['a.b = """\ndate = 3"""\n', ...lines].join('')}[more]\nlast = 1\n+++\n`
  assert.deepEqual(written(text), values)
})

test('a value that is only a BOM has an empty place, and a lone anchor is the place of its value', () => {
  const places = (text: string) =>
    Object.values(read(text).places).map(({ start, end }) => [start <= end, text.slice(start, end)])
  assert.deepEqual(places('---\na: \ufeff\nb: c\n---\n'), [
    [true, ''],
    [true, 'c'],
  ])
  assert.deepEqual(places('---\na: &a\n---\n'), [[true, '&a']])
})

test('front matter is found below HTML comments', () => {
  for (const lineBreak of ['\n', '\r\n', '\r'])
    for (const mark of ['', '\uFEFF'])
      for (const [opening, words] of [
        ['<!-- A licence. -->', 'status: accepted'],
        ['<!-- A licence.\n\n---\n-->\n\n<!-- vim: x -->\n', 'status: accepted'],
        ['\n<!-- markdownlint-disable -->\n', 'status: accepted\ntags:\n- a\n# b\n- c'],
      ]) {
        const text = mark + `${opening}\n---\n${words}\n---\n\n# A\n\nWords.\n`.replaceAll('\n', lineBreak)
        const model = readModel(text)
        assert.equal(model.frontmatter.data['status'], 'accepted', JSON.stringify(text))
        const { start = 0, end = 0 } = model.frontmatter.places['status'] ?? {}
        assert.equal(model.text.slice(start, end), 'accepted')
        assert.equal(model.title?.title, 'A')
      }
  const toml = readModel('<!-- x -->\n+++\nstatus = "accepted"\n+++\n\n# A\n')
  assert.equal(toml.frontmatter.data['status'], 'accepted')
})

test('text between thematic breaks is front matter only if it is YAML below nothing but comments', () => {
  for (const text of [
    '<!-- x -->\n---\nSome words.\n---\n\n# A\n',
    '<!-- x -->\n---\nSome words: yes\nand more\n---\n',
    '<!-- x --> words\n---\na: b\n---\n',
    '<!-- x\n---\na: b\n---\n',
    '# A\n\n<!-- x -->\n---\na: b\n---\n',
  ])
    assert.equal(readModel(text).frontmatter.range, undefined, text)
})
