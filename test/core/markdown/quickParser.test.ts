import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { loadQuickParser } from '../../../src/cli/quickParser.ts'
import { parseMarkdown } from '../../../src/core/markdown/markdown.ts'
import { readBy } from '../../../src/core/markdown/quickParser.ts'

const quick = await loadQuickParser()
const skip = !quick && 'satteri is not there for this platform'

afterEach(() => readBy(undefined))

/** Texts that a quicker parser reads or positions differently. */
const odd = [
  'a\0b',
  'a \ud83d b',
  '[a https://b.c',
  '[a b@c.de f',
  '##www.b.c',
  '- [x] **a** b',
  '- [ ] \na',
  '- a <b\n  [c](d)',
  '> a ``b\n> [c](d)',
  '  - ```\n    a\n\n  - b',
  '[^1]: a [b[^1]c](d)',
  '**a*😀* b',
  'a **b*\ufeff+ *: c',
  '*_*a:** b',
  '[\u3000a]: b',
  'https://.b/c',
  '- [a](b\n  `c`',
  '- <a\n    b>',
  'https://b.c| a | b |\n|--|--|\nd',
  '| a |\n|---|\n| (https://b.c|',
  '| a | b |\n| -- | --a\n- | -- |',
  `${'*a* '.repeat(1_500)}`,
  '---\na: b\n---\n\n# C',
  '> > a\n> > \n> \n> b\n',
  '*a ~b* ~3 ~~c~ d',
]

test('text that the quick parser would read differently gives the tree of micromark', { skip }, () => {
  for (const text of odd) {
    readBy(undefined)
    const tree = parseMarkdown(text)
    readBy(quick)
    assert.deepEqual(parseMarkdown(text), tree, JSON.stringify(text.slice(0, 60)))
  }
})

test('the quick parser is used, unless it loses a label that another slice defines', () => {
  let calls = 0
  readBy((text) => {
    calls++
    return { type: 'root', children: [], position: { start: place(0), end: place(text.length) } }
  })
  assert.deepEqual(parseMarkdown('# A').children, [])
  assert.equal(calls, 1)
  assert.equal(parseMarkdown('[a]', { definitions: ['A'], footnotes: [] }).children.length, 1)
  assert.equal(calls, 2)
  assert.equal(parseMarkdown('[a][b]', { definitions: ['A'], footnotes: ['B'] }).children.length, 1)
  assert.equal(calls, 2)
})

test('micromark takes over when the quick parser throws', () => {
  readBy(() => {
    throw new Error('out of memory')
  })
  assert.equal(parseMarkdown('# A').children.length, 1)
})

const place = (offset: number) => ({ line: 1, column: offset + 1, offset })
