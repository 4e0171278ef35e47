import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { findCuts } from '../../../src/core/markdown/cuts.ts'
import { mentionedIn } from '../../../src/core/markdown/labels.ts'
import { parseMarkdown } from '../../../src/core/markdown/markdown.ts'
import { createParser } from '../../../src/core/markdown/slices.ts'
import { random } from '../../util/random.ts'
import { readWhole } from '../../util/readWhole.ts'
import { edited, start } from './edits.ts'

const corpus = new URL('../../../../shared/corpus/', import.meta.url)

test('re-parsing after random edits gives the tree of a full parse', () => {
  const next = random(7)
  for (let round = 0; round < 12; round++) {
    const parser = createParser()
    let text = start
    for (let edit = 0; edit < 120; edit++) {
      text = edited(text, next)
      if (text.length > 2_000) text = text.slice(0, 1_000)
      assert.deepEqual(
        parser.parse(text).tree(),
        readWhole(text),
        `round ${round}, edit ${edit}: ${JSON.stringify(text)}`,
      )
    }
  }
})

test('a long part without headings, cut at its paragraphs, gives the tree of a full parse', () => {
  const text = `${'A paragraph of some words.\n\n- with\n- a list\n\n'.repeat(1_000)}\`\`\`\n\nA fence that never ends\n\n${'Text.\n\n'.repeat(3_000)}`
  const parsed = createParser().parse(text)
  const [fence, ...parts] = parsed.slices.toReversed()
  assert.ok(parts.length > 10)
  assert.ok(parts.every((part) => part.text.startsWith('A paragraph') && part.text.endsWith('- a list\n\n')))
  assert.ok(fence?.text.startsWith('```\n'))
  assert.deepEqual(parsed.tree(), parseMarkdown(text))
})

test('unusual line ends, separators and BOMs give the tree of a full parse', () => {
  for (const text of [
    `# A\r\n\r\n${'Some words of a paragraph that takes a line.\r\n\r\n'.repeat(300)}${'Words of one paragraph.\r\n'.repeat(400)}`,
    `# A\r\r${'Some words of a paragraph that takes a line.\r\r'.repeat(300)}`,
    '# A\n\ntext\u2028# no heading\n\n# B\n',
    'text\u2029```\n# C\n',
    '---\na: b\u2028---\n\n# D\n\n---\n\ntext\n',
    '\uFEFF---\na: b\n---\n\n# E\n',
    '\uFEFF# F\n\n\uFEFFtext\n',
    `\uFEFF# G\n\n${'\uFEFFSome words of a paragraph that takes a line.\n\n'.repeat(300)}# H\n`,
  ])
    assert.deepEqual(createParser().parse(text).tree(), parseMarkdown(text), JSON.stringify(text.slice(0, 60)))
})

test('blocks without prose between them are cut, and give the tree of a full parse', () => {
  for (const piece of ['> quote\n\n', '| a |\n|---|\n| b |\n\n', '**bold** words\n\n', '[x]: /u\n\n', '`code`\n\n']) {
    const text = `# A\n\n${piece.repeat(1_000)}`
    const { at } = findCuts(text)
    assert.ok(at.length > 3, piece)
    assert.deepEqual(createParser().parse(text).tree(), parseMarkdown(text), piece)
  }
})

test('a long fence, comment or <pre> with headings in it gives the tree of a full parse', () => {
  for (const [open, close] of [
    ['```js title', '```'],
    ['~~~', '~~~'],
    ['<!--', '-->'],
    ['<pre>', '</pre>'],
    ['  ```', '  ```'],
  ]) {
    const text = `# A\n\nwords\n${open}\n${'# code\n\n'.repeat(1_500)}${close}\nwords\n\n# B\n`
    const root = createParser().parse(text).tree()
    assert.deepEqual(root, parseMarkdown(text), open)
  }
})

test('front matter over the budget of a block is still read as front matter', () => {
  const yaml = Array.from({ length: 30_000 }, (_, n) => `a${n}: b`).join('\n')
  const parsed = createParser().parse(`---\n${yaml}\n---\n\n# A\n`)
  assert.deepEqual(
    parsed.tree().children.map(({ type }) => type),
    ['yaml', 'heading'],
  )
  assert.equal(parsed.nodes('yaml')[0]?.value, yaml)
})

test('a cut never turns the text after it into front matter', () => {
  const text = `# A\n\n\`\`\`\n${'code\n'.repeat(4_000)}\`\`\`\n---\na: b\n---\n\n# B\n`
  const parsed = createParser().parse(text)
  assert.deepEqual(parsed.tree(), parseMarkdown(text))
})

test('a reference is resolved among 200,000 known labels', () => {
  const definitions = Array.from({ length: 200_000 }, (_, n) => `A${n}`)
  const { children } = parseMarkdown('[a199999]', { definitions, footnotes: [] })
  assert.equal(children[0]?.type === 'paragraph' && children[0].children[0]?.type, 'linkReference')
})

test('mentionedIn finds the labels that a text may use', () => {
  const labels = { definitions: ['A', 'B C', 'X\\]Y', 'D'], footnotes: ['N', 'M'] }
  assert.deepEqual(mentionedIn('[a] [t][b\n c] [x\\]y] [[d] [^n] ^m', labels), {
    definitions: ['A', 'B C', 'D', 'X\\]Y'],
    footnotes: ['N'],
  })
})

test('text that is too dense to parse is read as words at its end, and isTooDense is set', () => {
  const text = `# A\n\n${'- a\n'.repeat(30_000)}`
  const parsed = createParser().parse(text)
  assert.equal(parsed.isTooDense, true)
  assert.ok(parsed.nodes('listItem').length < 10_000)
  assert.ok(parsed.nodes('text').at(-1)?.value.endsWith('- a\n- a'))
  assert.equal(createParser().parse(`# A\n\n${'- a\n'.repeat(1_000)}`).isTooDense, undefined)
})

test('an edited text that is too dense parses as if it were new', () => {
  const parser = createParser()
  const dense = `# A\n\n[x]: /u\n\n${'- a [x]\n'.repeat(4_000)}\n${'> b\n\n'.repeat(2_000)}# B\n\n[x]\n`
  parser.parse(dense)
  for (const text of [`${'- more\n'.repeat(300)}${dense}`, dense.slice(0, 3_000)]) {
    const { tree, isTooDense } = parser.parse(text)
    const fresh = createParser().parse(text)
    assert.deepEqual(tree(), fresh.tree())
    assert.equal(isTooDense, fresh.isTooDense)
  }
})

test('a table, list or paragraph over the budget of a block is cut, and sections after it are read', () => {
  for (const block of [
    `| a | b |\n|---|---|\n${'| some words | and more |\n'.repeat(3_000)}`,
    '- an item of some words\n'.repeat(3_000),
    'a line of some words\n'.repeat(6_000),
    `- a\n${'\n  b and some words\n'.repeat(3_000)}`,
  ]) {
    const text = `# A\n\n${block}\n# B\n\n> [x]\n`
    const parsed = createParser().parse(text)
    assert.ok(parsed.tree().children.length > 5)
    const last = parsed.nodes('heading').at(-1)
    assert.equal(last && parsed.rangeOf(last).start, text.length - 11)
    assert.equal(parsed.nodes('blockquote').length, 1)
  }
})

test('a very long paragraph is cut, and headings around it keep their places', () => {
  const text = `# A\n\n${'Word after word.\n'.repeat(10_000)}\n# B\n`
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

test('a parsed text stays unchanged when its parser parses another one', () => {
  const parser = createParser()
  const first = parser.parse(start)
  const places = first.nodes('heading').map(first.rangeOf)
  const later = parser.parse(`A line above.\n\n${start}`)
  assert.equal(later.nodes('heading').at(-1), first.nodes('heading').at(-1), 'a heading that did not change is shared')
  assert.deepEqual(first.nodes('heading').map(first.rangeOf), places)
  assert.deepEqual(first.tree(), parseMarkdown(start))
  const [heading] = createParser().parse('# Elsewhere\n').nodes('heading')
  assert.ok(heading)
  assert.throws(() => first.rangeOf(heading), /not part of/)
})

test('an HTML block ends at the next blank line, with LF, CRLF and CR line ends', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['<div>', '# Inside', '', '# After', ''].join(end)
    assert.deepEqual(createParser().parse(text).tree(), parseMarkdown(text), JSON.stringify(end))
  }
})

test('an abandoned run of steps does not disturb the next parse', () => {
  const parser = createParser()
  parser.parse(start)
  const run = parser.steps(`# New\n\n${start}`)
  run.next()
  assert.deepEqual(parser.parse(`\n${start}`).tree(), parseMarkdown(`\n${start}`))
})

test('real documents give the tree of a full parse', {
  skip: existsSync(corpus) ? false : 'no ../shared/corpus here',
}, () => {
  for (const folder of ['design', 'other']) {
    for (const name of readdirSync(new URL(`${folder}/`, corpus))
      .filter((name) => name.endsWith('.md'))
      .filter((_, i) => i % 6 === 0)) {
      const text = readFileSync(new URL(`${folder}/${name}`, corpus), 'utf8').replace(/^\uFEFF/, '')
      assert.deepEqual(createParser().parse(text).tree(), readWhole(text), name)
    }
  }
})
