import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMarkdown } from '../../../src/core/markdown/markdown.ts'
import { readBlock } from '../../../src/core/markdown/readBlock.ts'
import { random } from '../../util/random.ts'

const pieces = [
  '```',
  '~~~',
  '````',
  '---',
  ' ',
  '\t',
  '\n',
  '\n',
  '\r\n',
  '\r',
  'js',
  'a b',
  '\\`',
  '&amp;',
  '\0',
  '# x',
  '- ',
  '\uFEFF',
  '`',
  '[x]: /y',
]
const openings = ['```', '~~~', '````', '```js', '~~~ a b', '```a&amp;b \\_', '---', '```\t', '``` ` ']

test('readBlock gives the same node as the parser for every block that it reads', () => {
  const next = random(11)
  const any = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? ''
  let read = 0
  for (let round = 0; round < 4_000; round++) {
    const opening = any(openings)
    const body = Array.from({ length: Math.floor(next() * 8) }, () => any(pieces)).join('')
    const closing =
      next() < 0.7
        ? `\n${any([opening.slice(0, 3), '````', '  ~~~', '---'])}${any(['', ' ', '\n', '\r\n\r\n', '\t\n \n'])}`
        : ''
    const text = `${opening}${any(['\n', '\r\n', '\r', ''])}${body}${closing}`
    const block = readBlock(text)
    if (!block) continue
    read++
    assert.deepEqual([block], parseMarkdown(text).children, JSON.stringify(text))
  }
  assert.ok(read > 500, `${read} were read`)
})

test('readBlock leaves unclosed blocks and text after a block to the parser', () => {
  for (const text of [
    '```\na\n',
    '```\na\n```\nb',
    '```\na\n```b\n',
    '---\na: b\n---\n\n# A\n',
    '---\na: b\n',
    'a\n',
    '',
    '``` `\na\n```',
  ])
    assert.equal(readBlock(text), undefined, JSON.stringify(text))
})
