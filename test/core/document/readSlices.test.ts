import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findInSlices, readSlices } from '../../../src/core/document/readSlices.ts'
import { without } from '../../../src/core/document/without.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { readModel } from '../../util/linting.ts'

const part = (name: string) => `## ${name}\n\nSome \`code\` of ${name}.\n\n- one \`more\`\n- two\n\n`
const start = ['a', 'b', 'c', 'd'].map(part).join('')

/** Finds inline code, and records the headings of the slices that were read. */
function createFinder() {
  const read: string[] = []
  const find = findInSlices((slice, { rangeOf }) => {
    read.push(slice.text.slice(0, 4))
    return slice.nodes('inlineCode').map((node) => ({ ...rangeOf(node), value: node.value }))
  })
  return { find, read }
}

test('after each change of the text, places are those of a fresh read', () => {
  const { find } = createFinder()
  const parser = createParser()
  const texts = [
    start,
    start.replace('of b', 'of bb'),
    part('new') + start,
    `${start}\n## e\n`,
    start.replace(part('c'), ''),
    part('d') + part('a') + part('a'),
    '',
    start,
  ]
  for (const text of texts) {
    const model = readModel(text, parser)
    assert.deepEqual(find(model), createFinder().find(readModel(text)))
    for (const { start, end, value } of find(model)) assert.equal(text.slice(start, end), `\`${value}\``)
  }
})

test('an edit re-reads only the slice that it touches', () => {
  const { find, read } = createFinder()
  const parser = createParser()
  find(readModel(start, parser))
  assert.deepEqual(read.splice(0), ['## a', '## b', '## c', '## d'])
  find(readModel(start.replace('of b', 'of bx'), parser))
  assert.deepEqual(read.splice(0), ['## b'])
})

test('without() leaves out the findings and nodes of the excluded parts', () => {
  const { find } = createFinder()
  const model = readModel(start)
  const section = model.sections[1]
  const [item] = model.nodes('listItem')
  assert.ok(section && item)
  const own = without(model, [section, model.rangeOf(item)])
  assert.deepEqual(
    find(own).map(({ start }) => start),
    find(model)
      .filter((_, index) => ![1, 2, 3].includes(index))
      .map(({ start }) => start),
  )
  assert.equal(own.nodes('paragraph').length, model.nodes('paragraph').length - 4)
  assert.deepEqual(
    own.nodes('list').map(({ children }) => children.length),
    [1, 2, 2],
  )
})

test('reading ahead reads one slice per step, and no slice twice', () => {
  const read: number[] = []
  const reader = readSlices<string>(
    (slice, _, at) => {
      read.push(at)
      return slice.text
    },
    (value) => value,
  )
  const document = readModel(start)
  const steps = reader.ahead(document)
  steps.next()
  assert.equal(read.length, 1)
  assert.equal([...steps].length, document.slices.length - 1)
  assert.equal(read.length, document.slices.length)
  assert.deepEqual(reader(document).join(''), start)
  assert.deepEqual([...reader.ahead(document)], [])
  assert.equal(read.length, document.slices.length)
})
