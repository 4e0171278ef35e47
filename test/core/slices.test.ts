import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseMarkdown } from '../../src/core/markdown.ts'
import { createParser } from '../../src/core/slices.ts'
import { random } from '../util/random.ts'

const corpus = new URL('../../../shared/corpus/', import.meta.url)

/** Pieces whose coming and going changes how the rest is read. */
const pieces = [
  '```',
  '~~~\n',
  '````js\n',
  '\n```\n',
  '<!--',
  '-->',
  '<!-- x -->\n',
  '\n# Heading\n',
  '# ',
  '\n## A\n\n',
  '#',
  '\n\n',
  '\n',
  ' ',
  '    ',
  '\t',
  '- ',
  '1. ',
  '> ',
  '[x]',
  '[x]: /u\n',
  '\n[x]: /u "t"\n',
  '[^n]',
  '\n[^n]: note\n',
  '[Long label][x]',
  '---\n',
  '\n---\n',
  '===\n',
  '| a | b |\n|---|---|\n| c | d |\n',
  '<div>\n',
  '</div>\n\n',
  '<pre>',
  '</pre>',
  '<?php\n',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE\n',
  'word',
  '\nA line',
  '\r\n',
  '\r',
  '**',
  '`',
  '\\',
  'é',
  '😀',
  '\u0000',
  '<a href="',
  '">',
]

const start = `---\ntitle: x\n# a comment\n---\n\n# One [x]\n\nText with [x] and [^n].\n\n\`\`\`sh\n# not a heading\n\`\`\`\n\n## Two\n\n- a\n  \`\`\`\n  # in a list\n  \`\`\`\n- b\n\n<!-- long\n# comment\n-->\n\n### Three\n\n> quote\n\n[x]: /u\n\n[^n]: note\n\n# Four\n\n| a | b |\n|---|---|\n| c | d |\n`

test('re-parsing after random edits gives the tree of a full parse', () => {
  const next = random(7)
  for (let round = 0; round < 12; round++) {
    const parser = createParser()
    let text = start
    for (let edit = 0; edit < 120; edit++) {
      const at = Math.floor(next() * (text.length + 1))
      const remove = next() < 0.4 ? Math.floor(next() * 12) : 0
      const insert = next() < 0.75 ? (pieces[Math.floor(next() * pieces.length)] ?? '') : ''
      text = text.slice(0, at) + insert + text.slice(at + remove)
      if (text.length > 2_000) text = text.slice(0, 1_000)
      assert.deepEqual(
        parser.parse(text).root,
        parseMarkdown(text),
        `round ${round}, edit ${edit}: ${JSON.stringify(text)}`,
      )
    }
  }
})

test('a long part without headings is cut at its paragraphs', () => {
  const text = `${'A paragraph of some words.\n\n- with\n- a list\n\n'.repeat(1_000)}\`\`\`\n\nA fence that never ends\n\n${'Text.\n\n'.repeat(3_000)}`
  assert.deepEqual(createParser().parse(text).root, parseMarkdown(text))
})

test('an endless paragraph is cut, and places stay', () => {
  const text = `# A\n\n${'Word after word.\n'.repeat(60_000)}\n# B\n`
  const parsed = createParser().parse(text)
  assert.deepEqual(
    parsed.nodes('heading').map((heading) => parsed.rangeOf(heading).start),
    [0, text.length - 4],
  )
  assert.ok(parsed.nodes('paragraph').length > 1)
})

test('nodes are listed by type in document order', () => {
  const parsed = createParser().parse('# A\n\n[x]\n\n# B\n\n[x]: /u\n')
  assert.deepEqual(
    parsed.nodes('heading').map((heading) => parsed.rangeOf(heading)),
    [
      { start: 0, end: 3 },
      { start: 10, end: 13 },
    ],
  )
  assert.equal(parsed.nodes('linkReference').length, 1)
  assert.deepEqual(parsed.nodes('table'), [])
})

test('a parsed text stays as it was, whatever its parser parses next', () => {
  const parser = createParser()
  const first = parser.parse(start)
  const places = first.nodes('heading').map(first.rangeOf)
  const later = parser.parse(`A line above.\n\n${start}`)
  assert.equal(later.nodes('heading').at(-1), first.nodes('heading').at(-1), 'a heading that did not change is shared')
  assert.deepEqual(first.nodes('heading').map(first.rangeOf), places)
  assert.deepEqual(first.root, parseMarkdown(start))
  const [heading] = createParser().parse('# Elsewhere\n').nodes('heading')
  assert.ok(heading)
  assert.throws(() => first.rangeOf(heading), /not part of/)
})

test('steps can be abandoned', () => {
  const parser = createParser()
  parser.parse(start)
  const run = parser.steps(`# New\n\n${start}`)
  run.next()
  assert.deepEqual(parser.parse(`\n${start}`).root, parseMarkdown(`\n${start}`))
})

test('real documents parse as a whole', { skip: existsSync(corpus) ? false : 'no ../shared/corpus here' }, () => {
  for (const folder of ['design', 'other']) {
    for (const name of readdirSync(new URL(`${folder}/`, corpus))
      .filter((name) => name.endsWith('.md'))
      .filter((_, i) => i % 6 === 0)) {
      const text = readFileSync(new URL(`${folder}/${name}`, corpus), 'utf8').replace(/^\uFEFF/, '')
      assert.deepEqual(createParser().parse(text).root, parseMarkdown(text), name)
    }
  }
})
